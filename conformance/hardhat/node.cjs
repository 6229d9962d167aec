// Hardhat's network as a node on a free port of this machine, without its command line: nothing is asked of the net.
process.env.HARDHAT_CONFIG = require('node:path').join(__dirname, 'hardhat.config.cjs');
process.env.HARDHAT_DISABLE_TELEMETRY_PROMPT = 'true';
const hre = require('hardhat');
const { JsonRpcServer } = require('hardhat/internal/hardhat-network/jsonrpc/server');

async function main() {
  const server = new JsonRpcServer({ hostname: '127.0.0.1', port: 0, provider: hre.network.provider });
  const { address, port } = await server.listen();
  console.log(`Listening on ${address}:${port}`);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
