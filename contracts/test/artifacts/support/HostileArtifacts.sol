// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @notice Anyone may mint it; it moves as told: plainly, less a fee, not at all, or calling back first.
contract MoodyArtifact is ERC20 {
    enum Mood {
        Plain,
        TakesAFee,
        Stuck,
        Reenters,
        TakesTooMuch
    }

    uint8 private immutable _decimals;
    Mood public mood;
    address private _target;
    bytes private _call;
    bool public reentered;
    bytes public answer;

    constructor(uint8 decimals_) ERC20("Moody Artifact", "MOODY") {
        _decimals = decimals_;
    }

    function mint_to(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function burn_from(address account, uint256 amount) external {
        _burn(account, amount);
    }

    function become(Mood mood_) external {
        mood = mood_;
    }

    /// @notice From inside its next transfer it calls `target`.
    function reenter(address target, bytes calldata data) external {
        mood = Mood.Reenters;
        _target = target;
        _call = data;
    }

    function decimals() public view override returns (uint8) {
        return _decimals;
    }

    function _update(address from, address to, uint256 amount) internal override {
        bool moves = from != address(0) && to != address(0);
        if (moves && mood == Mood.Stuck) revert("stuck");
        if (moves && mood == Mood.Reenters) {
            mood = Mood.Plain;
            (reentered, answer) = _target.call(_call);
        }
        super._update(from, to, amount);
        if (moves && mood == Mood.TakesAFee) super._update(to, address(0xfee), amount / 100);
        if (moves && mood == Mood.TakesTooMuch) super._update(from, address(0xfee), 1);
    }
}

/// @notice Answers each question as it was told, and says nothing to the others.
contract Answering {
    enum Manner {
        Refuses,
        Answers,
        BurnsAllGas,
        ReturnsABomb
    }

    mapping(bytes4 selector => Manner) private _manners;
    mapping(bytes4 selector => bytes) private _answers;

    function teach(bytes4 selector, bytes calldata answer) external {
        _manners[selector] = Manner.Answers;
        _answers[selector] = answer;
    }

    function spoil(bytes4 selector, Manner manner) external {
        _manners[selector] = manner;
    }

    fallback(bytes calldata) external returns (bytes memory) {
        Manner manner = _manners[msg.sig];
        if (manner == Manner.Refuses) revert("no such question");
        if (manner == Manner.BurnsAllGas) while (true) {}
        if (manner == Manner.ReturnsABomb) {
            assembly {
                return(0, 1000000)
            }
        }
        return _answers[msg.sig];
    }
}
