// SPDX-License-Identifier: Apache-2.0
import { parseAbi } from 'viem';

/** What of the suite's contracts a sender meets. */
export const ABI = parseAbi([
  'struct GasQuote { bytes32 id; uint256 txid; address payer; uint256 amount; bytes32 legsHash; bytes32 payloadHash; uint64 expiry; }',
  'function approve(address spender, uint256 amount)',
  'function cross_chain_erc20_settlement(string to_chain, uint256 to_handler, uint256 to_token, uint256 to, uint256 amount) payable',
  'function cross_chain_erc20_settlement_quoted(string to_chain, uint256 to_handler, uint256 to_token, uint256 to, uint256 amount, GasQuote quote, bytes signature) payable',
  'event CrossChainMsg(uint256 indexed txid, address indexed from_address, string from_chain, string to_chain, address from_handler, uint256 to_handler, uint8 payload_type, bytes payload)',
  'event CrossChainMsgGas(uint256 indexed txid, uint8 leg, uint256 gas_used)',
  'event CrossChainMsgSkipped(uint256 indexed txid, uint8 leg, bytes4 reason, uint256 gas_used)',
  'event CrossChainHandleResult(uint256 indexed txid, uint8 status, string from_chain, string to_chain, address from_handler, uint256 to_handler, uint8 payload_type)',
  'event CrossChainResult(uint256 indexed txid, string from_chain, string to_chain, address from_address, address from_handler, uint256 to_handler, uint8 status)',
  'event GasPrepaid(uint256 indexed txid, address indexed payer, address indexed refund_to, uint256 amount)',
  'event GasRefunded(uint256 indexed txid, address indexed to, uint256 amount, bool pushed)',
  'event ReceiptsPublished(bytes32 indexed root, uint64 count, string uri)',
]);
