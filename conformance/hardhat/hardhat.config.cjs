// A block with each transaction and, as long as the test lets it, each second.
module.exports = {
  networks: {
    hardhat: { chainId: 31338, mining: { auto: true, interval: 1000 }, initialDate: process.env.BORN },
  },
};
