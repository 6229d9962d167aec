// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice The cheatcodes of forge that scripts and tests here use.
/// @dev Written out because the forge-std on npm is years behind forge.
interface Vm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    struct EthGetLogs {
        address emitter;
        bytes32[] topics;
        bytes data;
        bytes32 blockHash;
        uint64 blockNumber;
        bytes32 transactionHash;
        uint64 transactionIndex;
        uint256 logIndex;
        bool removed;
    }

    // accounts
    function addr(uint256 key) external pure returns (address);
    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);
    function getNonce(address account) external view returns (uint64);
    function computeCreateAddress(address deployer, uint256 nonce) external pure returns (address);

    // scripts
    function startBroadcast(uint256 key) external;
    function stopBroadcast() external;
    function envUint(string calldata name) external view returns (uint256);
    function envString(string calldata name) external view returns (string memory);
    function eth_getLogs(uint256 from_block, uint256 to_block, address target, bytes32[] calldata topics)
        external
        returns (EthGetLogs[] memory);

    // files
    function readFile(string calldata path) external view returns (string memory);
    function writeJson(string calldata json, string calldata path) external;
    function parseJsonBool(string calldata json, string calldata key) external pure returns (bool);
    function parseJsonAddress(string calldata json, string calldata key) external pure returns (address);
    function parseJsonAddressArray(string calldata json, string calldata key) external pure returns (address[] memory);
    function parseJsonBytes(string calldata json, string calldata key) external pure returns (bytes memory);
    function parseJsonBytes32(string calldata json, string calldata key) external pure returns (bytes32);
    function parseJsonString(string calldata json, string calldata key) external pure returns (string memory);
    function parseJsonStringArray(string calldata json, string calldata key) external pure returns (string[] memory);
    function parseJsonUint(string calldata json, string calldata key) external pure returns (uint256);
    function parseJsonUintArray(string calldata json, string calldata key) external pure returns (uint256[] memory);
    function parseJsonBytes32Array(string calldata json, string calldata key) external pure returns (bytes32[] memory);
    function parseJsonBoolArray(string calldata json, string calldata key) external pure returns (bool[] memory);
    function serializeAddress(string calldata object, string calldata key, address value)
        external
        returns (string memory);
    function serializeAddress(string calldata object, string calldata key, address[] calldata values)
        external
        returns (string memory);
    function serializeBytes(string calldata object, string calldata key, bytes[] calldata values)
        external
        returns (string memory);
    function serializeUint(string calldata object, string calldata key, uint256 value) external returns (string memory);
    function toString(uint256 value) external pure returns (string memory);

    // the world of a test
    function chainId(uint256 id) external;
    function warp(uint256 time) external;
    function deal(address account, uint256 balance) external;
    function deployCode(string calldata artifact, bytes calldata arguments) external returns (address);
    function getCode(string calldata artifact) external view returns (bytes memory);
    function mockCall(address target, bytes calldata data, bytes calldata answer) external;
    function snapshotGasLastCall(string calldata group, string calldata name) external returns (uint256);
    function etch(address target, bytes calldata code) external;
    function label(address account, string calldata name) external;
    function prank(address caller) external;
    function startPrank(address caller) external;
    function stopPrank() external;
    function assume(bool condition) external pure;
    function recordLogs() external;
    function getRecordedLogs() external returns (Log[] memory);
    function record() external;
    function accesses(address target) external view returns (bytes32[] memory reads, bytes32[] memory writes);
    function store(address target, bytes32 slot, bytes32 value) external;
    function load(address target, bytes32 slot) external view returns (bytes32);
    function snapshotState() external returns (uint256);
    function revertToState(uint256 snapshot) external returns (bool);

    // expectations
    function expectRevert() external;
    function expectRevert(bytes4 selector) external;
    function expectRevert(bytes calldata data) external;
    function expectEmit(address emitter) external;
    function assertEq(uint256 left, uint256 right, string calldata what) external pure;
    function assertEq(bytes32 left, bytes32 right, string calldata what) external pure;
    function assertEq(bytes calldata left, bytes calldata right, string calldata what) external pure;
    function assertEq(string calldata left, string calldata right, string calldata what) external pure;
    function assertEq(address left, address right, string calldata what) external pure;
    function assertEq(bool left, bool right, string calldata what) external pure;
    function assertTrue(bool condition, string calldata what) external pure;
    function assertFalse(bool condition, string calldata what) external pure;
    function assertGe(uint256 left, uint256 right, string calldata what) external pure;
    function assertLe(uint256 left, uint256 right, string calldata what) external pure;
    function assertLt(uint256 left, uint256 right, string calldata what) external pure;
    function assertGt(uint256 left, uint256 right, string calldata what) external pure;
    function assertApproxEqAbs(uint256 left, uint256 right, uint256 delta, string calldata what) external pure;
}

Vm constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
