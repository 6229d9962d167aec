// SPDX-License-Identifier: Apache-2.0
// Generated from docs/openapi.json by `npm run generate`; not to be edited.

export interface paths {
    "/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a second operator */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree, as another operator, to what was asked for */
        post: operations["approveRequest"];
        /** Refuse what was asked for, or take it back */
        delete: operations["rejectRequest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Artifacts, their supply and their reserve */
        get: operations["listArtifacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/artifacts/{id}/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An artifact's balances as they were at a time or block
         * @description As of a moment; now when none is named.
         */
        get: operations["getArtifactBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/artifacts/{id}/baskets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The baskets that an artifact is part of, and what they hold
         * @description What a share of each basket is worth, leg by leg.
         */
        get: operations["listBaskets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/artifacts/{id}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An artifact's bookings, in the order in which they were made
         * @description Of one message, or the newest.
         */
        get: operations["listArtifactBookings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/artifacts/{id}/imbalances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Times at which an artifact's books did not balance, the latest first */
        get: operations["listImbalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/artifacts/{id}/imbalances/{number}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say something to an imbalance
         * @description Keeps for ever what was done.
         */
        post: operations["addImbalanceNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/artifacts/{id}/liquidity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What can arrive over each route of an artifact now
         * @description How much can arrive over each open route; none for an artifact without routes.
         */
        get: operations["listArtifactLiquidity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/artifacts/{id}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is ordered of an artifact's vaults and not paid yet
         * @description One for each chain while an imbalance lasts; nothing while there is none.
         */
        get: operations["listArtifactOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/artifacts/{id}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign a statement of an artifact's reserve now
         * @description Proves now and signs what is found.
         */
        post: operations["signReserveStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/artifacts/{id}/statements/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A signed statement of an artifact's reserve */
        get: operations["getReserveStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/artifacts/{id}/statements/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest signed statement of an artifact's reserve */
        get: operations["getLatestReserveStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/artifacts/{id}/supply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was minted of an artifact, by place */
        get: operations["getArtifactSupply"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/artifacts/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the chain of an artifact's bookings is whole
         * @description Takes the hashes of the bookings after one again.
         */
        get: operations["verifyArtifactBooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/artifacts/{id}/withdrawals/{txid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was paid on Bitcoin for a withdrawal, and where
         * @description Amount, what arrived, and what the network took; once it is paid.
         */
        get: operations["getPayoutProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/asyncapi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands on the topics */
        get: operations["getAsyncApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/asyncapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands on the topics, as YAML */
        get: operations["getAsyncApiYaml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asked for which change, by which key, and what was answered; the latest first */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Chains */
        get: operations["listChains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chains/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A chain */
        get: operations["getChain"];
        /** Put a chain into the book, or change it */
        put: operations["putChain"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chains/{name}/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the providers of a chain in the book answered for thirty days */
        get: operations["listChainProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chains/{subject}/conformance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is looked at, and whether the caller may run and waive */
        get: operations["listChainConformanceRequirements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chains/{subject}/conformance/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is otherwise in a later version */
        get: operations["compareChainConformanceReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chains/{subject}/conformance/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of the report, newest first */
        get: operations["listChainConformanceReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chains/{subject}/conformance/reports/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version: verdict, counts, and what stands worse than before */
        get: operations["getChainConformanceReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chains/{subject}/conformance/reports/{version}/badge.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The verdict as a small picture */
        get: operations["getChainConformanceBadge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chains/{subject}/conformance/reports/{version}/report.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as a page that needs nothing else */
        get: operations["getChainConformanceReportHtml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chains/{subject}/conformance/reports/{version}/report.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report: canonical JSON, as it is signed */
        get: operations["getChainConformanceReportJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chains/{subject}/conformance/reports/{version}/report.json.sig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report's signature by this service's key */
        get: operations["getChainConformanceReportSignature"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chains/{subject}/conformance/reports/{version}/report.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report for paper */
        get: operations["getChainConformanceReportPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chains/{subject}/conformance/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs, newest first */
        get: operations["listChainConformanceRuns"];
        put?: never;
        /** Ask for a run of the conformance suite */
        post: operations["startChainConformanceRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chains/{subject}/conformance/runs/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run: how far it is, and what it found so far */
        get: operations["getChainConformanceRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chains/{subject}/conformance/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which requirements are waived, by whom and why */
        get: operations["listChainConformanceWaivers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chains/{subject}/conformance/waivers/{requirement}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Waive a requirement, and say why */
        put: operations["waiveChainConformanceRequirement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chains/{subject}/conformance/waivers/{requirement}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a waiver back, and say why */
        post: operations["endChainConformanceWaiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who decided what, and why; the latest first */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Outputs that paid a vault, in one state, the oldest first */
        get: operations["listDeposits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deposits/{output}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An output that paid a vault: transaction, colon, output number */
        get: operations["getDeposit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deposits/{output}/tell-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell a deposit again whose message failed for gas, expiry or registration */
        post: operations["tellDepositAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/equivocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Validators who signed two things about one message, the newest first */
        get: operations["listEquivocations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gas-proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the books of gas agree with the balances on each chain
         * @description The last proof of each account, or what books and chain said at an earlier block.
         */
        get: operations["listGasProofs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gas-proof/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book what was paid into a gas vault from outside
         * @description Books a payment into a key that no fact tells of, as the chain has it.
         */
        post: operations["bookGasDeposit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gas/{txid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was prepaid for a message, what it cost, what goes back
         * @description The account as it stands.
         */
        get: operations["getGasAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gas/{txid}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A message's receipt, and the proof with which its refund is claimed */
        get: operations["getGasReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handlers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Handlers */
        get: operations["listHandlers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handlers/{chain}/{address}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A handler, and what was found of it */
        get: operations["getHandler"];
        /** Put a handler into the book, or change it */
        put: operations["putHandler"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handlers/{subject}/conformance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is looked at, and whether the caller may run and waive */
        get: operations["listHandlerConformanceRequirements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handlers/{subject}/conformance/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is otherwise in a later version */
        get: operations["compareHandlerConformanceReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handlers/{subject}/conformance/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of the report, newest first */
        get: operations["listHandlerConformanceReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handlers/{subject}/conformance/reports/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version: verdict, counts, and what stands worse than before */
        get: operations["getHandlerConformanceReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handlers/{subject}/conformance/reports/{version}/badge.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The verdict as a small picture */
        get: operations["getHandlerConformanceBadge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handlers/{subject}/conformance/reports/{version}/report.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as a page that needs nothing else */
        get: operations["getHandlerConformanceReportHtml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handlers/{subject}/conformance/reports/{version}/report.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report: canonical JSON, as it is signed */
        get: operations["getHandlerConformanceReportJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handlers/{subject}/conformance/reports/{version}/report.json.sig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report's signature by this service's key */
        get: operations["getHandlerConformanceReportSignature"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handlers/{subject}/conformance/reports/{version}/report.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report for paper */
        get: operations["getHandlerConformanceReportPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handlers/{subject}/conformance/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs, newest first */
        get: operations["listHandlerConformanceRuns"];
        put?: never;
        /** Ask for a run of the conformance suite */
        post: operations["startHandlerConformanceRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handlers/{subject}/conformance/runs/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run: how far it is, and what it found so far */
        get: operations["getHandlerConformanceRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handlers/{subject}/conformance/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which requirements are waived, by whom and why */
        get: operations["listHandlerConformanceWaivers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handlers/{subject}/conformance/waivers/{requirement}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Waive a requirement, and say why */
        put: operations["waiveHandlerConformanceRequirement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handlers/{subject}/conformance/waivers/{requirement}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a waiver back, and say why */
        post: operations["endHandlerConformanceWaiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List keys, the latest first; a partner's own, an operator's of all */
        get: operations["listKeys"];
        put?: never;
        /** Make a key; its secret is shown this once */
        post: operations["makeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a key */
        get: operations["getKey"];
        put?: never;
        post?: never;
        /** Revoke a key: it opens nothing within seconds */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a key may ask, and what it did ask */
        get: operations["getKeyLimits"];
        /** Say what a key may ask; it holds at all gateways within seconds */
        put: operations["putKeyLimits"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a new secret, shown this once; the former one opens for a while */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lanes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lanes: owner, nonces, money, alarms, work waiting and on its way
         * @description Every lane that was ever worked on.
         */
        get: operations["listLanes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lanes/{chain}/{index}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a lane sign nothing new; others of its chain take its work
         * @description What is on its way is followed; nothing new is signed until the lane is resumed.
         */
        post: operations["pauseLane"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lanes/{chain}/{index}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a paused or parked lane work again
         * @description A paused lane goes on where it was; a parked one, after an operator has looked at its key, from the chain's own nonce.
         */
        post: operations["resumeLane"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An account of the gas ledger, and its latest entries
         * @description A balance.
         */
        get: operations["getLedgerAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Limits, what they let through and how many messages they hold */
        get: operations["listLimits"];
        /** Set a limit, or change the one of its kind, token and route */
        put: operations["putLimit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/limits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Drop a limit: what it held goes on */
        delete: operations["deleteLimit"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who you are here, and what you may do */
        get: operations["getCaller"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find messages
         * @description Messages of which all that is asked holds, the latest sent first.
         */
        get: operations["findMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{txid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A message: where it stands, why it waits, and all that happened to it
         * @description Where a message stands and what happened to it.
         */
        get: operations["getMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{txid}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is kept of a message that has ended and was archived */
        get: operations["getMessageArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{txid}/attestations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who signed the message for its destination and its outcome for the source */
        get: operations["getMessageAttestations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{txid}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens to a message, as server-sent events
         * @description The same story as it happens: one event for each line, named by its type. Ends with an event end when nothing more is going to happen.
         */
        get: operations["streamMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{txid}/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a parked or refused message over, with today's routes and signatures */
        post: operations["redriveMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{txid}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a message pass the limits that hold it */
        post: operations["releaseMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{txid}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Try on a node what is parked of a message, and change nothing */
        get: operations["simulateMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count messages by route and stage
         * @description How many messages of each route stand at each stage; of the last day unless said.
         */
        get: operations["countMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Nodes: health, lag, cost and contradictions of each chain's providers
         * @description Every configured chain; since this process started.
         */
        get: operations["listNodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/observation/{chain}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a chain was read, what certifies it, and what is wrong */
        get: operations["getObservation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Applications, newest first */
        get: operations["listApplications"];
        put?: never;
        /** Hand in an application; every node it names is asked */
        post: operations["createApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An application: where it stands, what was found, how long each step took */
        get: operations["getApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say something to an application */
        post: operations["addApplicationComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One line of the procedure: review, call, go live, suspend, … */
        post: operations["decideApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{id}/deployments/{network}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Tell where the contracts of a network are */
        put: operations["putApplicationDeployment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{id}/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let running services read a new chain through its applicant's nodes */
        post: operations["admitApplicationNodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{id}/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the providers that an application names answered for thirty days */
        get: operations["listApplicationProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{id}/steps/{step}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look whether a step is done */
        post: operations["checkApplicationStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{id}/steps/{step}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the checks of a step found, newest first */
        get: operations["listApplicationStepChecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{id}/steps/{step}/waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a step count as done, and say why */
        post: operations["waiveApplicationStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{subject}/conformance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is looked at, and whether the caller may run and waive */
        get: operations["listApplicationConformanceRequirements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{subject}/conformance/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is otherwise in a later version */
        get: operations["compareApplicationConformanceReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{subject}/conformance/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of the report, newest first */
        get: operations["listApplicationConformanceReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{subject}/conformance/reports/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version: verdict, counts, and what stands worse than before */
        get: operations["getApplicationConformanceReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{subject}/conformance/reports/{version}/badge.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The verdict as a small picture */
        get: operations["getApplicationConformanceBadge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{subject}/conformance/reports/{version}/report.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as a page that needs nothing else */
        get: operations["getApplicationConformanceReportHtml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{subject}/conformance/reports/{version}/report.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report: canonical JSON, as it is signed */
        get: operations["getApplicationConformanceReportJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{subject}/conformance/reports/{version}/report.json.sig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report's signature by this service's key */
        get: operations["getApplicationConformanceReportSignature"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{subject}/conformance/reports/{version}/report.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report for paper */
        get: operations["getApplicationConformanceReportPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{subject}/conformance/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs, newest first */
        get: operations["listApplicationConformanceRuns"];
        put?: never;
        /** Ask for a run of the conformance suite */
        post: operations["startApplicationConformanceRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{subject}/conformance/runs/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run: how far it is, and what it found so far */
        get: operations["getApplicationConformanceRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{subject}/conformance/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which requirements are waived, by whom and why */
        get: operations["listApplicationConformanceWaivers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{subject}/conformance/waivers/{requirement}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Waive a requirement, and say why */
        put: operations["waiveApplicationConformanceRequirement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/applications/{subject}/conformance/waivers/{requirement}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a waiver back, and say why */
        post: operations["endApplicationConformanceWaiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is watched, and how it differs from what was admitted */
        get: operations["listDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/drift/{subject}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let what is there now be what should be, and say why */
        post: operations["acceptDrift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/handlers/{chain}/{address}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a handler by its owner's signature */
        post: operations["registerHandler"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/handlers/{chain}/{address}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the owner of the handler's contract has to sign */
        post: operations["prepareHandlerClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The nodes that running services may read */
        get: operations["listAdmittedNodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/procedure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The procedure: which action leads from where to where, and whose it is */
        get: operations["getOnboardingProcedure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Registrations, newest first: a partner's own and those about handlers it registered */
        get: operations["listRegistrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/registrations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One registration; who knows its id may sign it, so all partners may read it */
        get: operations["getRegistration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/registrations/{id}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in a signature; with the last one it is registered */
        post: operations["signRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/registrations/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a proposal back */
        post: operations["withdrawRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/registrations/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a route: what the owners of both handlers have to sign */
        post: operations["proposeRoute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/registrations/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a token: what its owner or its handler's owner has to sign */
        post: operations["proposeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/registrations/validators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a validator set: what the verifier's owner has to sign */
        post: operations["proposeValidators"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document as YAML */
        get: operations["getOpenApiYaml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans, newest first */
        get: operations["listPlans"];
        put?: never;
        /** Make a plan; the first step is ready to be signed */
        post: operations["createPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan: its steps, what is to be signed now, what counted */
        get: operations["getPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a plan; what was done is taken back */
        post: operations["cancelPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What gas costs now, by chain, and who says what its token is worth */
        get: operations["listPrices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prices/{chain}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What operators said of a chain's native token, the newest first */
        get: operations["listToldRates"];
        /** Say what a chain's native token is worth */
        put: operations["tellRate"];
        post?: never;
        /** Withdraw what operators said of a chain's native token */
        delete: operations["withdrawRate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/primitives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Primitives, and where each stands */
        get: operations["listPrimitives"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/primitives/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A primitive: deployments, events and what was reviewed */
        get: operations["getPrimitive"];
        /** Describe a primitive, or change a draft */
        put: operations["putPrimitive"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/primitives/{id}/admit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Admit a primitive that was handed in */
        post: operations["admitPrimitive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/primitives/{id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a primitive in: what the owners of its artifact's contracts have to sign */
        post: operations["preparePrimitiveClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/primitives/{id}/claims/{claim}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit it by signatures of those owners */
        post: operations["signPrimitiveClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/primitives/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a primitive, and say why */
        post: operations["refusePrimitive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/primitives/{id}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an admitted primitive another specification */
        post: operations["revisePrimitive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/primitives/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a draft in for review */
        post: operations["submitPrimitive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/primitives/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a primitive back */
        post: operations["withdrawPrimitive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Quote a message: an estimate, or signed for one message alone */
        post: operations["createQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A quote as it was given; fees of Bitcoin as they are now */
        get: operations["getQuote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes/exposure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the operator has promised and not settled yet, by source chain */
        get: operations["listExposure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Quote the messages of a plan together */
        post: operations["createQuotePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan, with the newest quote of each hop */
        get: operations["getQuotePlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes/plans/{id}/hops/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Quote a hop again that was not signed, for no more than its bound */
        post: operations["requoteHop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receipts/{root}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every leaf of a tree of receipts */
        get: operations["listReceiptLeaves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/redrives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start messages over that a query finds, at most a hundred at once */
        post: operations["redriveMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/republish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the whole book on the topic again */
        post: operations["republishRegistry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Routes */
        get: operations["listRoutes"];
        /** Put a route into the book, or change it */
        put: operations["putRoute"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/probation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Routes on probation, and how much each may carry */
        get: operations["listProbations"];
        /** Put a route on probation, or change its stages */
        put: operations["putProbation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/probation/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said of a route's days, and who set what stage */
        get: operations["getProbationHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/probation/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the stage of a route on probation, and say why */
        post: operations["setProbationStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Build the transactions that send something; the user's wallet signs them */
        post: operations["buildSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/specifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Store the bytes of a specification; its hash names it
         * @description Keeps the exact bytes; their hash is what the artifact's contracts must name.
         */
        post: operations["storeSpecification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/specifications/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A specification's bytes, as they were stored */
        get: operations["getSpecification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/specifications/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The JSON Schema that specifications follow */
        get: operations["getSpecificationSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{payer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a payer prepaid, spent and got back in a month
         * @description All entries of the month between a row that opens and one that closes each account.
         */
        get: operations["getGasStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands still, and since when */
        get: operations["listStops"];
        put?: never;
        /** Stop a chain, route or handler: its messages are held */
        post: operations["createStop"];
        /**
         * End a stop: what it held goes on
         * @description A guardian's pause ends on chain only.
         */
        delete: operations["deleteStop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/streams/artifacts/{artifact}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow an artifact as it happens
         * @description What happens to an artifact: bookings, reserves, statements, imbalances.
         */
        get: operations["followArtifact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/streams/handlers/{handler}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow all messages of a handler as they happen
         * @description What happens to all messages with a handler at either end, one event for each line, named by its type. Signatures are left out.
         */
        get: operations["followHandler"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tokens that handlers in the book move, as their contracts name them */
        get: operations["listTokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens/{chain}/{address}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One token */
        get: operations["getToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/validators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who signs, by chain */
        get: operations["listValidators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/validators/{chain}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who signs for a chain */
        get: operations["getValidators"];
        /** Say who signs for a chain */
        put: operations["putValidators"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vaults/{vault}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The address whose deposits are credited to this recipient
         * @description The same answer for the same recipient, however often he asks.
         */
        post: operations["assignDepositAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages that do not go on, the longest waiting first */
        get: operations["listWaitingMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your webhooks */
        get: operations["listWebhooks"];
        put?: never;
        /** Add a webhook; its secret is shown this once */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Delete a webhook and its log */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /** Change a webhook, or disable and enable it */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what was sent and what became of it, the latest first */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an event of type ping, once */
        post: operations["pingWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send again what happened to one message, or to those sent from then to then */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a new secret; the former one signs beside it for a while */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Withdrawals in one state, the longest waiting first */
        get: operations["listWithdrawals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals/{txid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A withdrawal and everything that was tried to pay it */
        get: operations["getWithdrawal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals/{txid}/fail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up a withdrawal of which nothing was signed: its escrow goes home */
        post: operations["failWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals/{txid}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a held withdrawal, of which nothing was signed, into a batch again */
        post: operations["releaseWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A receipt, in wei of the vault's chain: prepaid = spent + refund. */
        AccountReceipt: {
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /** @description The id of the claim. */
            claim?: components["schemas"]["ReceiptClaimView"] | null;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            leaf: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            payer: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            prepaid: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            refund: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            spent: string;
            tree?: components["schemas"]["ReceiptTreeView"] | null;
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            vault?: string | null;
        };
        /** @description Where to pay. */
        AddressGiven: {
            /** @description for deposits of this recipient only, for ever */
            address: string;
            /**
             * Format: int32
             * @description blocks an output waits whose amount has no tier of its own
             */
            confirmations: number;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            handler: string;
            /**
             * Format: int64
             * @description its place in the vault's descriptor
             */
            index: number;
            /**
             * Format: int64
             * @description satoshi below which an output is credited to nobody
             */
            minimum: number;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            recipient: string;
            /**
             * Format: int32
             * @description blocks a withdrawal from this vault is bound before it is paid
             */
            unbonding: number;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            vault: string;
        };
        /** @description Who is to be credited. */
        AddressWanted: {
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            handler: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            recipient: string;
        };
        /** @description A stage it was in. */
        ApplicationStageView: {
            /**
             * Format: int64
             * @description spent in it so far
             */
            seconds: number;
            /**
             * Format: date-time
             * @description Since when.
             */
            since: string;
            /**
             * @description Where it stands.
             * @enum {string}
             */
            stage: "APPLIED" | "REVIEWING" | "CALL_SCHEDULED" | "CONFORMANCE" | "TESTNET" | "MAINNET_DEPLOYED" | "LIVE" | "SUSPENDED" | "RETIRED" | "REJECTED" | "WITHDRAWN";
            /**
             * Format: date-time
             * @description null while it is
             */
            until?: string | null;
        };
        /** @description A step. */
        ApplicationStepView: {
            /**
             * Format: date-time
             * @description When it was done; null while it is not.
             */
            doneAt?: string | null;
            /** @description The latest one. */
            latest?: components["schemas"]["HistoryChecked"] | null;
            /**
             * Format: date-time
             * @description When it was opened.
             */
            openedAt: string;
            /**
             * Format: int64
             * @description between its opening and its end, or now
             */
            seconds: number;
            /**
             * @description Whether it is open, done or waived; of waivers: those in force.
             * @enum {string}
             */
            standing: "OPEN" | "PASSED" | "WAIVED";
            /**
             * @description A step of the procedure.
             * @enum {string}
             */
            step: "CONFORMANCE_PASSED" | "SETTLEMENT_DEPLOYED" | "HANDLER_DEPLOYED" | "LAYER_INTEGRATED" | "MESSAGES_TESTED" | "MAINNET_DEPLOYED";
        };
        /** @description An application as it is shown: where it stands, what was found, who decided, how long it took. */
        ApplicationView: {
            /**
             * Format: date-time
             * @description When it was handed in.
             */
            appliedAt: string;
            /**
             * Format: date-time
             * @description When the call is; null while none is set.
             */
            callAt?: string | null;
            /** @description where contracts are, by network */
            deployments: {
                [key: string]: components["schemas"]["PaperDeployment"];
            };
            /** @description the audit, oldest first */
            entries: components["schemas"]["HistoryEntry"][];
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Whose it is. */
            owner: string;
            paper: components["schemas"]["Paper"];
            /**
             * @description Where it stands.
             * @enum {string}
             */
            stage: "APPLIED" | "REVIEWING" | "CALL_SCHEDULED" | "CONFORMANCE" | "TESTNET" | "MAINNET_DEPLOYED" | "LIVE" | "SUSPENDED" | "RETIRED" | "REJECTED" | "WITHDRAWN";
            /** @description every stage it was in */
            stages: components["schemas"]["ApplicationStageView"][];
            /** @description in the order of the procedure */
            steps: components["schemas"]["ApplicationStepView"][];
        };
        /** @description Something that was asked for. */
        ApprovalRequest: {
            /**
             * @description What is to be done or was done.
             * @enum {string}
             */
            action: "REDRIVE" | "RELEASE" | "LIMIT" | "NO_LIMIT";
            /**
             * Format: token-amount
             * @description The token's smallest unit, decimal digits.
             * @example 25000000
             */
            amount?: string | null;
            /**
             * Format: int64
             * @description Its id.
             */
            id: number;
            /**
             * Format: int64
             * @description the id of a limit; null when it is about messages
             */
            limit?: number | null;
            /** @description Why: a word of a closed list, or a sentence for people. */
            reason: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            requestedAt: string;
            /** @description The operator who asked for it. */
            requestedBy: string;
            /** @description of messages; none when it is about a limit */
            txids: string[];
        };
        /** @description A message that has ended. */
        ArchiveEnded: {
            /**
             * Format: date-time
             * @description When it ended; null while it has not.
             */
            endedAt: string;
            /** @description everything about it as JSON; null once that was forgotten */
            record?: string | null;
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid: string;
        };
        /** @description A handler that moves an artifact. */
        ArtifactHandlerView: {
            /**
             * Format: int32
             * @description Digits after the point of the token.
             */
            decimals: number;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            handler: string;
            /**
             * @description How the handler moves its token.
             * @enum {string}
             */
            mode: "MINT_BURN" | "LOCK_MINT" | "BURN_UNLOCK" | "LOCK_UNLOCK";
            /**
             * @description Whether it is in use.
             * @enum {string}
             */
            status: "ACTIVE" | "SUSPENDED" | "RETIRED";
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            token: string;
        };
        /** @description An artifact and who moves it. */
        ArtifactView: {
            /** @description The artifact whose books it belongs to. */
            artifact: string;
            /** @description Its handlers. */
            handlers: components["schemas"]["ArtifactHandlerView"][];
        };
        /** @description Who signed a message and who has not. */
        AttestationReport: {
            /** @description for the destination, for its expiry there once its deadline passed, then for the source */
            legs: components["schemas"]["AttestationReportLeg"][];
            /** @description why it stands there, when it does not go on by itself */
            reason?: string | null;
            /** @description Where it stands. */
            stage?: ("OBSERVED" | "FINAL" | "ADMITTED" | "DELIVERING" | "DELIVERED" | "CALLING_BACK" | "SETTLED" | "REFUSED" | "WAITING_FOR_GAS" | "HELD" | "PARKED" | "EXPIRED" | "ORPHANED") | null;
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid: string;
        };
        /** @description One quorum certificate. */
        AttestationReportLeg: {
            /** @description whether there are enough */
            complete: boolean;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            digest?: string | null;
            /**
             * @description Which kind it is.
             * @enum {string}
             */
            kind: "RECEIVE" | "EXPIRE" | "CALLBACK";
            /** @description validators who have not signed */
            missing: string[];
            /** @description Who refused, and why. */
            rejected: components["schemas"]["AttestationReportRefused"][];
            /**
             * Format: int32
             * @description how many signatures it takes; null while that is not known
             */
            required?: number | null;
            /** @description Who signed. */
            signed: components["schemas"]["AttestationReportSigned"][];
        };
        /** @description A signature that cannot count. */
        AttestationReportRefused: {
            /** @description Why: a word of a closed list, or a sentence for people. */
            reason: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            validator: string;
        };
        /** @description A signature. */
        AttestationReportSigned: {
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            root?: string | null;
            /**
             * Format: date-time
             * @description When it was signed.
             */
            signedAt: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            validator: string;
            /** @description whether it counts; false while it is not known what has to be signed */
            verified: boolean;
        };
        /** @description One decision. */
        AuditLine: {
            /** @description a stable word, for instance STOP */
            action: string;
            /** @description Who did it. */
            actor: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: int64
             * @description its place among all
             */
            id: number;
            /** @description what the actor gave as reason */
            reason: string;
            /** @description what followed */
            result: string;
            /** @description what was decided about */
            subject: string;
        };
        /** @description A part of the list; next is the cursor of the part after it, null at the end. */
        AuditPage: {
            /** @description One by one. */
            items: components["schemas"]["Change"][];
            /** @description What to ask with for the part after this one; null at the end. */
            next?: string | null;
        };
        /** @description A leg; amounts are decimal text in the smallest unit. */
        BasketLegView: {
            /** @description whose token; null when it is none of ours */
            artifact?: string | null;
            /** @description shares redeemed and not paid yet */
            openTickets: string;
            /** @description shares that are to be paid from it: the supply and open tickets */
            owed: string;
            /** @description what a share is paid today, 8 digits, rounded down; absent without shares */
            perShare?: string | null;
            /** @description its part of a share that is whole, 8 digits, rounded down */
            ratio: string;
            /** @description what it holds, the token's smallest unit */
            reserve: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            token: string;
            /**
             * Format: int64
             * @description seconds between redeeming and being paid
             */
            unbonding: number;
        };
        /** @description A basket. */
        BasketView: {
            /**
             * Format: int64
             * @description A block's number.
             */
            block: number;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            contract: string;
            /** @description Its parts. */
            legs: components["schemas"]["BasketLegView"][];
            /** @description its supply in the smallest unit of a share, decimal text */
            shares: string;
        };
        /** @description One side of a booking. */
        BookingEntryView: {
            /** @description An account of the ledger. */
            account: string;
            /** @description signed decimal text in the token's smallest unit */
            amount: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * @description Which movement of the books.
             * @enum {string}
             */
            movement: "ESCROW" | "MINT" | "UNLOCK" | "BURN" | "LOCK" | "RETURN" | "DEPOSIT" | "PAYOUT" | "STAKE" | "UNSTAKE" | "WRAP" | "UNWRAP" | "POOL" | "UNPOOL" | "LOSS" | "RESTORE" | "NETWORK_FEE" | "VAULT_FEE" | "MADE_GOOD" | "DEPOSIT_REVERSED";
            /**
             * Format: int64
             * @description its number in the chain of the artifact's bookings
             */
            seq: number;
            /** @description what caused it: a message, or the place of a log or of an output */
            txid: string;
        };
        /** @description What was booked, newest first. */
        BookingsView: {
            /** @description The artifact whose books it belongs to. */
            artifact: string;
            /** @description One by one, in their order. */
            entries: components["schemas"]["BookingEntryView"][];
            /** @description of all entries shown, the token's smallest unit: 0 */
            sum: string;
            /** @description why something that happened to the message asked for is not booked yet */
            unbooked?: string | null;
        };
        /** @description A level that is not kept. */
        Breach: {
            /** @description what is demanded, with its unit */
            bound: string;
            /** @description what was seen when the breach began, with its unit */
            found: string;
            /**
             * @description The level that was to be kept.
             * @enum {string}
             */
            level: "ANSWERS" | "UPTIME" | "LATENCY" | "LAG" | "AGREEMENT" | "LOGS";
            /**
             * Format: date-time
             * @description when it began
             */
            since: string;
        };
        /** @description What another service is to be asked, through the same door. */
        CallAsk: {
            /** @description The body. */
            body: {
                [key: string]: string;
            };
            /** @description The method. */
            method: string;
            /** @description The path. */
            path: string;
            /** @description who answers */
            service: string;
        };
        /** @description A transaction that the owner of a plan is to sign. */
        CallView: {
            ask?: components["schemas"]["CallAsk"] | null;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: int64
             * @description EIP-155 chain id
             */
            chainId: number;
            /** @description 0x and hexadecimal digits */
            data: string;
            /** @description what it does, for people */
            does: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            to: string;
            /** @description wei, decimal text; absent when it is what a quote says */
            value?: string | null;
            /** @description quote when the value in wei is what a quote says; else absent */
            valueFrom?: string | null;
        };
        /** @description A chain as an operator describes it. */
        ChainBody: {
            /**
             * Format: int64
             * @description EIP-155 chain id.
             */
            chainId?: number | null;
            /** @description EVM or BITCOIN. */
            family?: ("EVM" | "BITCOIN") | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            gasService?: string | null;
            /** @description of Bitcoin: main, test, testnet4, signet or regtest */
            network?: string | null;
            /** @description Which contracts it has: V2 are ours, LEGACY are those of 0.1.0. */
            profile?: ("LEGACY" | "V2") | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            settlement?: string | null;
            /** @description Whether it is in use. */
            status?: ("ACTIVE" | "SUSPENDED" | "RETIRED") | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            verifier?: string | null;
        };
        /** @description How the providers of one chain serve this process. No address is shown: its path may hold an access token. */
        ChainScorecard: {
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /** @description each of them, in the order of the configuration */
            providers: components["schemas"]["ChainScorecardProviderScore"][];
            /**
             * Format: int32
             * @description how many providers must agree on a fact
             */
            quorum: number;
        };
        /** @description One provider, since the process started. */
        ChainScorecardProviderScore: {
            /**
             * Format: int64
             * @description times it was asked; a batch is one
             */
            calls: number;
            /**
             * Format: int64
             * @description times it and others contradicted each other
             */
            disagreements: number;
            /** @description times it gave no answer, by kind */
            failures: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description newest block it has shown; -1 when it has shown none
             */
            head: number;
            /**
             * Format: int64
             * @description blocks it is behind the others
             */
            lag: number;
            /** @description host and port, or what the operator calls it */
            name: string;
            /**
             * Format: int64
             * @description within which it gave 95 of its last 100 answers; 0 until it gave some
             */
            p95Millis: number;
            /**
             * Format: int64
             * @description how long it will be left out at most
             */
            remainingSeconds: number;
            /**
             * Format: int64
             * @description JSON-RPC requests it was sent
             */
            requests: number;
            /**
             * @description IN; LAGGING, STALLED, CONTRADICTED: asked last; RATE_LIMITED, FAILING: not asked
             * @enum {string}
             */
            state: "IN" | "LAGGING" | "STALLED" | "CONTRADICTED" | "RATE_LIMITED" | "FAILING";
            /** @description its share of the reads: as configured, the percentage that counts now, and why */
            weight: components["schemas"]["ProviderReportWeight"];
            /** @description what led to the state; empty when it is IN */
            why: string;
        };
        /** @description A chain. One of family BITCOIN has no contracts: its chain id is 0 and its addresses are zero. */
        ChainState: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: int64
             * @description EIP-155 chain id
             */
            chainId: number;
            /**
             * @description EVM or BITCOIN.
             * @enum {string}
             */
            family: "EVM" | "BITCOIN";
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            gasService: string;
            /** @description which of Bitcoin's networks: main, test, testnet4, signet or regtest; null for a chain of family EVM */
            network?: string | null;
            /**
             * @description Which contracts it has: V2 are ours, LEGACY are those of 0.1.0.
             * @enum {string}
             */
            profile: "LEGACY" | "V2";
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            settlement: string;
            /**
             * @description Whether it is in use.
             * @enum {string}
             */
            status: "ACTIVE" | "SUSPENDED" | "RETIRED";
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            verifier: string;
        };
        /** @description A change that somebody asked for. */
        Change: {
            /**
             * @description the name of the partner or operator
             * @example alice
             */
            actor: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * @description the id of the key he came by, or of his sign-in
             * @example stl_5f0c2a9be1d34768
             */
            credential: string;
            /**
             * Format: int64
             * @description Its id.
             */
            id: number;
            /**
             * @description The method.
             * @example POST
             */
            method: string;
            /**
             * @description without its query
             * @example /v1/stops
             */
            path: string;
            /** @description The request, as logs name it. */
            requestId: string;
            /**
             * @description what he might do, by name
             * @example operator
             */
            scopes: string;
            /**
             * Format: int32
             * @description what was answered; null while it is under way, and for ever when the gateway ended before
             */
            status?: number | null;
            /** @description which route that was */
            template?: string | null;
            /**
             * Format: int64
             * @description milliseconds until the answer
             */
            tookMs?: number | null;
        };
        /** @description A handler as its partner describes it. One that moves no token leaves the first four out. */
        ClaimBody: {
            /** @description The artifact whose books it belongs to. */
            artifact?: string | null;
            /**
             * Format: int32
             * @description Digits after the point of the token.
             */
            decimals?: number | null;
            /**
             * Format: date-time
             * @description at most a day ahead
             */
            expiresAt: string;
            /** @description How the handler moves its token. */
            mode?: ("MINT_BURN" | "LOCK_MINT" | "BURN_UNLOCK" | "LOCK_UNLOCK") | null;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            nonce: string;
            /** @description of the statement, r\u2016s\u2016v; what an owner that is a contract takes (EIP-1271) */
            signature?: string | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            token?: string | null;
        };
        /** @description What the owner signs; either of the two. */
        ClaimStatementView: {
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            digest: string;
            /** @description as wallets sign texts (EIP-191) */
            statement: string;
            /** @description as wallets show it field by field: the argument of eth_signTypedData_v4 */
            typedData: {
                [key: string]: unknown;
            };
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            typedDigest: string;
        };
        /** @description A requirement. */
        Demand: {
            /** @description a run may look at some areas alone */
            area: string;
            /** @description Its id. */
            id: string;
            /** @description whether who fails it is refused */
            mandatory: boolean;
            /** @description what is demanded */
            text: string;
            /** @description a few words */
            title: string;
        };
        /** @description What is demanded of whom. */
        DemandsView: {
            /** @description One by one. */
            items: components["schemas"]["Demand"][];
            /** @description whether the caller may ask for runs */
            mayRun: boolean;
            /** @description whether the caller may waive what is not met */
            mayWaive: boolean;
            /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
            subject: string;
        };
        /** @description Where an artifact's contracts are on one chain. */
        Deployment: {
            /** @description The artifact whose books it belongs to. */
            artifact: string;
            /** @description Contracts that hold several artifacts. */
            baskets: string[];
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            handler?: string | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            registry: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            staking?: string | null;
            /**
             * Format: int64
             * @description the first block that may hold something of it
             */
            startBlock: number;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            token: string;
            /** @description Contracts that wrap this artifact alone. */
            wrappers: string[];
        };
        /** @description Why an operator decides something; for the audit. */
        DepositBecauseBody: {
            /** @description Why, for the audit. */
            because: string;
        };
        /** @description A part of the list. */
        DepositPage: {
            /** @description One by one. */
            items: components["schemas"]["DepositReportOne"][];
            /** @description what to pass as after for the part after this one; null at the end */
            next?: string | null;
        };
        /** @description An output. */
        DepositReportOne: {
            /** @description it pays */
            address: string;
            /**
             * Format: int64
             * @description satoshi
             */
            amount: number;
            /**
             * Format: int64
             * @description A block's number.
             */
            block: number;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            blockHash: string;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            btcTxid: string;
            /**
             * Format: int32
             * @description blocks that must stand, its own counted, before it is final
             */
            confirmations: number;
            /**
             * Format: date-time
             * @description When it became final; null while it is not.
             */
            finalAt?: string | null;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            handler?: string | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            recipient?: string | null;
            /**
             * Format: int32
             * @description how often it was told again
             */
            round: number;
            /**
             * Format: date-time
             * @description When it was seen.
             */
            seenAt: string;
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "SEEN" | "FINAL" | "TOO_SMALL" | "UNASSIGNED" | "WITHDRAWN";
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid?: string | null;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            vault: string;
            /**
             * Format: int64
             * @description The output's number.
             */
            vout: number;
        };
        /** @description One time it was told again. */
        DepositReportTelling: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Why, for the audit. */
            because: string;
            /** @description Who did it. */
            by: string;
            /**
             * Format: int32
             * @description Which attempt, from 1.
             */
            round: number;
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid: string;
        };
        /** @description An output and its messages. */
        DepositShown: {
            deposit: components["schemas"]["DepositReportOne"];
            /** @description How it ended; null while it has not. */
            outcome?: ("SUCCESS" | "FAILED") | null;
            /** @description by whom and why, the first time first */
            toldAgain: components["schemas"]["DepositReportTelling"][];
        };
        /** @description The answer to a wish. */
        DeskAnswer: {
            /**
             * Format: int64
             * @description the request a second operator has to approve; null when it was carried out
             */
            approval?: number | null;
            /** @description How many messages. */
            messages: components["schemas"]["DeskDone"][];
        };
        /** @description Why an operator decides something; for the audit. */
        DeskBecauseBody: {
            /** @description Why, for the audit. */
            because: string;
        };
        /** @description What became of one message. */
        DeskDone: {
            /** @description DONE, or NOTHING_TO_DO, or WOULD_FAIL with what the trial said */
            outcome: string;
            /** @description what its lanes try again */
            restarted: ("DELIVER" | "EXPIRE" | "CALL_BACK" | "REFUND")[];
            /** @description Where it stands. */
            stage?: ("OBSERVED" | "FINAL" | "ADMITTED" | "DELIVERING" | "DELIVERED" | "CALLING_BACK" | "SETTLED" | "REFUSED" | "WAITING_FOR_GAS" | "HELD" | "PARKED" | "EXPIRED" | "ORPHANED") | null;
            /** @description what the nodes said when each of its works was tried; empty when none was */
            trial: {
                [key: string]: string;
            };
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid: string;
        };
        /** @description A part of the list. */
        DeskPage: {
            /** @description One by one. */
            items: components["schemas"]["WaitingMessage"][];
            /** @description what to pass as after for the part after this one; null at the end */
            next?: string | null;
        };
        /** @description Which messages to try again. */
        DeskRedriveBody: {
            /** @description Why, for the audit. */
            because: string;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain?: string | null;
            /**
             * Format: int32
             * @description most of them; the longest waiting first
             */
            limit?: number | null;
            /**
             * Format: duration
             * @description ISO 8601, for instance PT1H: how long they stand where they stand at least
             */
            olderThan?: string | null;
            /** @description Why: a word of a closed list, or a sentence for people. */
            reason?: ("SIGNATURES_MISSING" | "GAS_UNDECIDED" | "UNDERFUNDED" | "UNKNOWN_ROUTE" | "ROUTE_CLOSED" | "CHAIN_NOT_SERVED" | "LIMIT" | "LIQUIDITY" | "PAUSED" | "PAUSED_ON_CHAIN" | "REORG" | "RPC" | "HANDLER_REVERTED" | "REVERTED" | "GAS_PRICE" | "GAS_LIMIT" | "KEY_WITHOUT_FUNDS" | "NONCE_TAKEN" | "UNMENTIONED" | "EXPIRED") | null;
            /**
             * Format: route
             * @description One direction between two handlers.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2
             */
            route?: string | null;
            /**
             * @description Where it stands.
             * @enum {string}
             */
            stage: "OBSERVED" | "FINAL" | "ADMITTED" | "DELIVERING" | "DELIVERED" | "CALLING_BACK" | "SETTLED" | "REFUSED" | "WAITING_FOR_GAS" | "HELD" | "PARKED" | "EXPIRED" | "ORPHANED";
        };
        /** @description What would come of a redrive. */
        DeskSimulation: {
            /** @description what a node says to each parked work with today's signatures; empty when none is */
            trial: {
                [key: string]: string;
            };
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid: string;
        };
        /** @description Something on a chain that is not as it was admitted. */
        Drift: {
            /** @description when it was admitted */
            expected: string;
            /** @description now */
            found: string;
            /** @description for instance settlement.code or verifier.required */
            what: string;
        };
        /** @description A watched chain or handler. */
        DriftView: {
            /**
             * Format: date-time
             * @description When it was admitted.
             */
            admittedAt: string;
            /**
             * Format: date-time
             * @description When it was looked at last.
             */
            checkedAt?: string | null;
            /** @description Whether it differs from what was admitted. */
            drifted: components["schemas"]["Drift"][];
            /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
            subject: string;
        };
        /** @description A message that has ended, with everything its payers need to reckon again what it cost them. Amounts are wei of the source chain unless they are of something on another chain. */
        EndedMessage: {
            /** @description in the order in which they were charged */
            accounts: components["schemas"]["EndedMessageAccount"][];
            /** @description what was charged, in the order it was heard */
            costs: components["schemas"]["EndedMessageCost"][];
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            margin: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            overrun: string;
            /**
             * Format: route
             * @description One direction between two handlers.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2
             */
            route: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            sender: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            spent: string;
            /** @description Where it stands. */
            state: string;
            terms: components["schemas"]["EndedMessageLocked"];
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid: string;
        };
        /** @description What one payer had in one vault, in wei of its chain. */
        EndedMessageAccount: {
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            due: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            payer: string;
            /** @description What was paid for it. */
            payments: components["schemas"]["EndedMessagePayment"][];
            refund?: components["schemas"]["EndedMessagePayment"] | null;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            settled: string;
            /** @description how: PUSHED, DUST, OTHER_PAYER, RECEIPTS_ONLY or NOTHING_LEFT */
            way: string;
        };
        /** @description A transaction's cost. */
        EndedMessageCost: {
            /**
             * Format: int64
             * @description The block.
             */
            blockNumber: number;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            charge: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            dataFee: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            fee: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            gasPrice: string;
            /**
             * Format: int64
             * @description Units of gas.
             */
            gasUsed: number;
            /** @description DELIVERY, CALLBACK, or FAILED for one that was reverted as a whole */
            leg: string;
            /**
             * Format: int32
             * @description messages that share a failed transaction; null of others, whose logs say it
             */
            members?: number | null;
            /** @description whether somebody else than the operator paid it */
            stranger: boolean;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            submitter: string;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            txHash: string;
        };
        /** @description What it was charged by. */
        EndedMessageLocked: {
            /**
             * Format: int32
             * @description the operator's share of what was spent, in hundredths of a percent
             */
            marginBps: number;
            /** @description The quote's id. */
            quoteId?: string | null;
            /** @description US dollars for one native token of the destination, decimal text */
            rateDestination: string;
            /** @description US dollars for one native token of the source chain, decimal text */
            rateSource: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            refundFee: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            required: string;
            /** @description Why no prepayment is asked for; null where it is. */
            waiver?: string | null;
        };
        /** @description Money in or out, as the vault logged it; wei of its chain. */
        EndedMessagePayment: {
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            amount: string;
            /**
             * Format: int64
             * @description The block.
             */
            blockNumber: number;
            /**
             * Format: int64
             * @description The log's place in its block.
             */
            logIndex: number;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            txHash: string;
        };
        /** @description Two of them. Both are really the validator's; neither is told twice. */
        Equivocation: {
            /**
             * @description Which kind it is.
             * @enum {string}
             */
            kind: "RECEIVE" | "EXPIRE" | "CALLBACK";
            one: components["schemas"]["EquivocationSaid"];
            other: components["schemas"]["EquivocationSaid"];
            /**
             * Format: date-time
             * @description When it was seen.
             */
            seenAt: string;
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            validator: string;
        };
        /** @description A signature and what it is over. */
        EquivocationSaid: {
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            digest: string;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            root?: string | null;
            /** @description The signature, 0x and hexadecimal digits. */
            signature: string;
        };
        /** @description What operators read. */
        ExposureView: {
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            cap?: string | null;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            covered: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            quoted: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            total: string;
        };
        /** @description How deep the block of a small message must be, where that is less than its chain asks of all. */
        FinalityTier: {
            /**
             * Format: int32
             * @description blocks that stand, its own counted, before the message is final; 1 or more
             */
            confirmations: number;
            /**
             * Format: token-amount
             * @description The token's smallest unit, decimal digits.
             * @example 25000000
             */
            upTo: string;
        };
        /** @description One thing that was looked at. */
        Finding: {
            /** @description what it should be */
            expected: string;
            /** @description what it is, or why nobody can say */
            found: string;
            /** @description of the requirement, for instance INT-03 */
            id: string;
            /**
             * @description What came of it.
             * @enum {string}
             */
            verdict: "PASS" | "FAIL" | "UNKNOWN";
            /** @description was asked */
            what: string;
        };
        /** @description When a message that is on its way probably arrives and ends, as the latest messages of its route did from the stage where it stands. */
        Forecast: {
            delivered?: components["schemas"]["ForecastMoment"] | null;
            /** @description whether it stands there for longer than 95 of 100 of them took to the end */
            late: boolean;
            /**
             * Format: int32
             * @description how many messages it is made of
             */
            measured: number;
            /** @description on the source */
            settled: components["schemas"]["ForecastMoment"];
        };
        /** @description Two moments. */
        ForecastMoment: {
            /**
             * Format: date-time
             * @description by then half of them had done so
             */
            half: string;
            /**
             * Format: date-time
             * @description by then 95 of 100
             */
            most: string;
        };
        /** @description What is certified, by how. */
        GapCertificateCoverage: {
            /**
             * Format: int64
             * @description how many
             */
            blocks: number;
            /**
             * Format: int64
             * @description Where it begins.
             */
            from: number;
            /**
             * Format: date-time
             * @description The latest one.
             */
            latest: string;
            /**
             * Format: int64
             * @description how many logs of ours they have
             */
            logs: number;
            /**
             * Format: int64
             * @description Where it ends.
             */
            to: number;
            /**
             * @description Whether it was verified.
             * @enum {string}
             */
            verified: "BLOOM" | "QUORUM" | "RECEIPTS" | "MIXED";
        };
        /** @description A range that nothing certifies although blocks below and above it are. */
        GapCertificateGap: {
            /**
             * Format: int64
             * @description Where it begins.
             */
            from: number;
            /**
             * Format: int64
             * @description Where it ends.
             */
            to: number;
        };
        /** @description An account in a vault, in wei of its chain. */
        GasPayer: {
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            due?: string | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            payer: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            prepaid: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            refunded?: string | null;
            /** @description the tree that holds its receipt */
            root?: string | null;
            way?: ("PUSHED" | "DUST" | "OTHER_PAYER" | "RECEIPTS_ONLY" | "NOTHING_LEFT") | null;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            worth: string;
        };
        /** @description What a message cost its payer. */
        GasReceiptReceipt: {
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            payer: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            prepaid: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            refund: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            spent: string;
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid: string;
        };
        /** @description What was spent, by leg. */
        GasSpent: {
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            callback?: string | null;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            delivery?: string | null;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            deliveryNative?: string | null;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            failed: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            refundTransaction?: string | null;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            total: string;
        };
        /** @description A gas account as partners read it; amounts are wei of the source chain unless said otherwise. A field is absent until it is known. */
        GasView: {
            /** @description in the order in which they are charged */
            accounts: components["schemas"]["GasPayer"][];
            /** @description the ledger; each cause sums to zero on each chain */
            entries: components["schemas"]["LedgerEntry"][];
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            margin?: string | null;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            missing?: string | null;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            overrun: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            prepaid: string;
            /** @description the quote that was honoured */
            quoteId?: string | null;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            refundDue?: string | null;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            refunded?: string | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            refundTo?: string | null;
            /** @description signed quotes of the message that it is not charged by, and why */
            refusedQuotes: components["schemas"]["HonouredQuoteRefusal"][];
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            required?: string | null;
            /**
             * Format: route
             * @description One direction between two handlers.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2
             */
            route?: string | null;
            spent: components["schemas"]["GasSpent"];
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "OPEN" | "SHORT" | "COVERED" | "REFUND_DUE" | "CLAIMABLE" | "CLOSED";
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid: string;
            /** @description GAS or QUOTE, while it is short */
            waitsFor?: string | null;
            /** @description why nothing was asked for */
            waiver?: string | null;
            /** @description what is missing; each alone is enough. Where a quote is wanted, on the one that the message has, while it stands */
            waysToPay: components["schemas"]["WaysToPayWayToPay"][];
        };
        /** @description A handler as an operator describes it. One that moves no token leaves the first four out. A vault of Bitcoin's holds the coin itself: token is the zero address, decimals 8, mode LOCK_MINT. */
        HandlerBody: {
            /** @description the artifact whose books the token belongs to */
            artifact?: string | null;
            /**
             * Format: int32
             * @description digits after the point of the token
             */
            decimals?: number | null;
            /** @description How the handler moves its token. */
            mode?: ("MINT_BURN" | "LOCK_MINT" | "BURN_UNLOCK" | "LOCK_UNLOCK") | null;
            /** @description Whether it is in use. */
            status?: ("ACTIVE" | "SUSPENDED" | "RETIRED") | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            token?: string | null;
        };
        /** @description A handler. Token, mode and artifact are null together, and decimals 0, for one that carries messages and moves no token. */
        HandlerState: {
            /** @description the artifact whose books the token belongs to */
            artifact?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: int32
             * @description digits after the point of that token
             */
            decimals: number;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            handler: string;
            /** @description How the handler moves its token. */
            mode?: ("MINT_BURN" | "LOCK_MINT" | "BURN_UNLOCK" | "LOCK_UNLOCK") | null;
            /**
             * @description Whether it is in use.
             * @enum {string}
             */
            status: "ACTIVE" | "SUSPENDED" | "RETIRED";
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            token?: string | null;
        };
        /** @description A handler's entry: what its fact says, and what was found of it. */
        HandlerView: {
            /** @description The artifact whose books it belongs to. */
            artifact?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            conformance?: components["schemas"]["Proof"] | null;
            /**
             * Format: int32
             * @description Digits after the point of the token.
             */
            decimals: number;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            handler: string;
            /** @description How the handler moves its token. */
            mode?: ("MINT_BURN" | "LOCK_MINT" | "BURN_UNLOCK" | "LOCK_UNLOCK") | null;
            /**
             * @description Whether it is in use.
             * @enum {string}
             */
            status: "ACTIVE" | "SUSPENDED" | "RETIRED";
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            token?: string | null;
            /** @description the fact's name */
            type: string;
        };
        /** @description Balances after a booking. */
        HistoryBalancesView: {
            /** @description The artifact whose books it belongs to. */
            artifact: string;
            /** @description accounts of each chain, signed decimal text in the smallest unit */
            chains: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            /** @description covers everything that was booked up to it */
            hash: string;
            /**
             * Format: int64
             * @description the booking's number; 0 before the first
             */
            seq: number;
        };
        /** @description A check as it was found. */
        HistoryChecked: {
            /** @description Who did it. */
            actor: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description What was found. */
            findings: components["schemas"]["Finding"][];
            /**
             * @description A step of the procedure.
             * @enum {string}
             */
            step: "CONFORMANCE_PASSED" | "SETTLEMENT_DEPLOYED" | "HANDLER_DEPLOYED" | "LAYER_INTEGRATED" | "MESSAGES_TESTED" | "MAINNET_DEPLOYED";
            /**
             * Format: int64
             * @description How long it took, milliseconds.
             */
            tookMs: number;
            /**
             * @description What came of it.
             * @enum {string}
             */
            verdict: "PASS" | "FAIL" | "UNKNOWN";
        };
        /** @description One line of the audit. */
        HistoryEntry: {
            /** @description an Action, or APPLY, COMMENT, DEPLOY, CHECK, WAIVE, STEPS_DONE */
            action: string;
            /** @description Who did it. */
            actor: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Where it stood before. */
            fromStage?: ("APPLIED" | "REVIEWING" | "CALL_SCHEDULED" | "CONFORMANCE" | "TESTNET" | "MAINNET_DEPLOYED" | "LIVE" | "SUSPENDED" | "RETIRED" | "REJECTED" | "WITHDRAWN") | null;
            /** @description the reason, the comment, or what was found */
            said: string;
            /** @description A step of the procedure. */
            step?: ("CONFORMANCE_PASSED" | "SETTLEMENT_DEPLOYED" | "HANDLER_DEPLOYED" | "LAYER_INTEGRATED" | "MESSAGES_TESTED" | "MAINNET_DEPLOYED") | null;
            /** @description Where it stands then. */
            toStage?: ("APPLIED" | "REVIEWING" | "CALL_SCHEDULED" | "CONFORMANCE" | "TESTNET" | "MAINNET_DEPLOYED" | "LIVE" | "SUSPENDED" | "RETIRED" | "REJECTED" | "WITHDRAWN") | null;
        };
        /** @description What verifying found. */
        HistoryVerifiedView: {
            /** @description The artifact whose books it belongs to. */
            artifact: string;
            /**
             * Format: int64
             * @description the first that is not what its hash says, or that is missing
             */
            broken?: number | null;
            /**
             * Format: int64
             * @description first booking looked at
             */
            from: number;
            /**
             * Format: int64
             * @description where to go on; absent at the end
             */
            next?: number | null;
            /**
             * Format: int64
             * @description last booking looked at
             */
            to: number;
            /** @description Whether the chain of bookings is unbroken. */
            whole: boolean;
            /** @description accounts whose balance is not the sum of their entries; looked at with the first stretch */
            wrongBalances: string[];
        };
        /** @description A signed quote that its message is not charged by. */
        HonouredQuoteRefusal: {
            /** @description The quote's id. */
            quoteId: string;
            /** @description PAYLOAD_DIFFERS when something else was sent than was quoted, HANDLER_GAS_EXCEEDED when its handler is to be given more, SENT_LATE when it had expired */
            reason: string;
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid: string;
        };
        /** @description An imbalance from its beginning to its end. */
        Imbalance: {
            /**
             * Format: date-time
             * @description When it was cleared; null while it is not.
             */
            clearedAt?: string | null;
            /** @description how much is missing (negative) or too much, signed decimal text in the artifact's smallest unit */
            difference: string;
            /** @description What was found. */
            findings: string[];
            /**
             * Format: int64
             * @description Counted from 1.
             */
            number: number;
            /**
             * Format: date-time
             * @description When it was raised.
             */
            raisedAt: string;
        };
        /** @description What somebody said about it. */
        ImbalanceNote: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who did it. */
            by: string;
            /** @description A few words for people. */
            text: string;
        };
        /** @description A list as a REST body; an object, so that it can grow. */
        ItemsChainState: {
            /** @description One by one. */
            items: components["schemas"]["ChainState"][];
        };
        /** @description A list as a REST body; an object, so that it can grow. */
        ItemsDriftView: {
            /** @description One by one. */
            items: components["schemas"]["DriftView"][];
        };
        /** @description A list as a REST body; an object, so that it can grow. */
        ItemsHandlerState: {
            /** @description One by one. */
            items: components["schemas"]["HandlerState"][];
        };
        /** @description A list as a REST body; an object, so that it can grow. */
        ItemsHistoryChecked: {
            /** @description One by one. */
            items: components["schemas"]["HistoryChecked"][];
        };
        /** @description A list as a REST body; an object, so that it can grow. */
        ItemsNodesState: {
            /** @description One by one. */
            items: components["schemas"]["NodesState"][];
        };
        /** @description A list as a REST body; an object, so that it can grow. */
        ItemsOnboardingLineView: {
            /** @description One by one. */
            items: components["schemas"]["OnboardingLineView"][];
        };
        /** @description A list as a REST body; an object, so that it can grow. */
        ItemsOnboardingShortView: {
            /** @description One by one. */
            items: components["schemas"]["OnboardingShortView"][];
        };
        /** @description A list as a REST body; an object, so that it can grow. */
        ItemsProbationView: {
            /** @description One by one. */
            items: components["schemas"]["ProbationView"][];
        };
        /** @description A list as a REST body; an object, so that it can grow. */
        ItemsRegistrationView: {
            /** @description One by one. */
            items: components["schemas"]["RegistrationView"][];
        };
        /** @description A list as a REST body; an object, so that it can grow. */
        ItemsRouteState: {
            /** @description One by one. */
            items: components["schemas"]["RouteState"][];
        };
        /** @description A list as a REST body; an object, so that it can grow. */
        ItemsRunView: {
            /** @description One by one. */
            items: components["schemas"]["RunView"][];
        };
        /** @description A list as a REST body; an object, so that it can grow. */
        ItemsTokenState: {
            /** @description One by one. */
            items: components["schemas"]["TokenState"][];
        };
        /** @description A list as a REST body; an object, so that it can grow. */
        ItemsValidatorSetState: {
            /** @description One by one. */
            items: components["schemas"]["ValidatorSetState"][];
        };
        /** @description A list as a REST body; an object, so that it can grow. */
        ItemsVersion: {
            /** @description One by one. */
            items: components["schemas"]["Version"][];
        };
        /** @description A part of the list; next is the cursor of the part after it, null at the end. */
        KeyListed: {
            /** @description One by one. */
            items: components["schemas"]["ListedKey"][];
            /** @description What to ask with for the part after this one; null at the end. */
            next?: string | null;
        };
        /** @description How to change a secret. */
        KeyRotation: {
            /**
             * @description ISO 8601: how long the former secret opens as well; a day unless said
             * @example PT24H
             */
            overlap?: string | null;
        };
        /** @description A new key. */
        KeyWanted: {
            /**
             * Format: date-time
             * @description a year from now unless said
             * @example 2027-11-22T00:00:00Z
             */
            expiresAt?: string | null;
            /**
             * @description to tell keys of one name apart
             * @example production
             */
            label?: string | null;
            /**
             * @description of the partner or operator; several keys may have one name
             * @example acme
             */
            name: string;
            /** @description accounts whose money it may see */
            payers?: string[] | null;
            /**
             * @description partner, viewer, approver, operator, admin
             * @example [
             *       "partner"
             *     ]
             */
            scopes: string[];
        };
        /** @description How a lane is doing. */
        LaneReport: {
            /** @description what a human should look at; empty while all is well */
            alarms: string[];
            /**
             * Format: lane
             * @description A lane of a chain.
             * @example Ethereum/0
             */
            lane: string;
            /** @description who works it */
            lease: components["schemas"]["LaneReportOwnership"];
            /** @description its place in the account's sequence */
            nonces: components["schemas"]["LaneReportNonces"];
            /** @description what it has and pays */
            purse: components["schemas"]["LaneReportPurse"];
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            submitter: string;
            /** @description its intents and transactions */
            work: components["schemas"]["LaneReportWorkCount"];
        };
        /** @description Where a lane is in its account's sequence. */
        LaneReportNonces: {
            /**
             * Format: int64
             * @description what the chain expects next, as its owner saw it last; null before
             */
            chain?: number | null;
            /**
             * Format: int32
             * @description nonces that others used within the last spell
             */
            foreign: number;
            /**
             * Format: int64
             * @description transactions between both: signed and not mined
             */
            gap: number;
            /**
             * Format: int64
             * @description what the lane uses next; null before the chain was asked
             */
            next?: number | null;
        };
        /** @description Who works a lane. */
        LaneReportOwnership: {
            /**
             * Format: int64
             * @description counts its owners
             */
            epoch: number;
            /** @description why it is parked; null while it works */
            parked?: string | null;
            /** @description whether an operator wants nothing new from it */
            paused: boolean;
            /**
             * Format: date-time
             * @description when a silent owner loses it; null when nobody has it
             */
            until?: string | null;
            /** @description whether someone holds its lease now */
            working: boolean;
        };
        /** @description What a lane has and pays. */
        LaneReportPurse: {
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            balance?: string | null;
            /** @description whether that is below what the operator wants */
            low: boolean;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            maxFee?: string | null;
            /**
             * Format: date-time
             * @description when its owner looked at the chain last; null before
             */
            seenAt?: string | null;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            toppedUp: string;
        };
        /** @description Messages by state, and transactions not mined yet. */
        LaneReportWorkCount: {
            /**
             * Format: int64
             * @description being looked at by this lane
             */
            claimed: number;
            /**
             * Format: int64
             * @description transactions not mined
             */
            inFlight: number;
            /**
             * Format: int64
             * @description waiting for finality
             */
            mined: number;
            /**
             * Format: date-time
             * @description since when the first of them could go; null when there is none
             */
            oldestReady?: string | null;
            /**
             * Format: int64
             * @description of the whole chain, waiting for a human
             */
            parked: number;
            /**
             * Format: int64
             * @description of the whole chain: any of its lanes takes them
             */
            ready: number;
            /**
             * Format: int64
             * @description in a transaction that is not mined
             */
            sent: number;
            /**
             * Format: int64
             * @description those of them that wait because gas costs more than was prepaid for them
             */
            underfunded: number;
        };
        /** @description A balance, signed wei of the account's chain, decimal text. */
        LedgerBalanceView: {
            /** @description An account of the ledger. */
            account: string;
            /**
             * Format: date-time
             * @description The moment it is told of.
             */
            asOf: string;
            /** @description What is on the account, the smallest unit, decimal digits; negative where it owes. */
            balance: string;
        };
        /** @description An entry as it stands in the books. */
        LedgerEntry: {
            /**
             * @description An account of the ledger.
             * @enum {string}
             */
            account: "PAYER" | "PREPAYMENT" | "MESSAGE" | "EXCHANGE" | "DELIVERY" | "CALLBACK" | "FAILED" | "REFUND" | "REFUND_TRANSACTION" | "OPERATOR";
            /** @description signed decimal text, wei of the chain */
            amount: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description What caused it. */
            cause: string;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /** @description a payer or a submitter; empty where the account has none */
            party: string;
        };
        /** @description How long a leg takes, as measured lately. */
        LegTime: {
            /**
             * Format: int64
             * @description half of them were no slower
             */
            p50Seconds: number;
            /**
             * Format: int64
             * @description 95 of 100 were no slower
             */
            p95Seconds: number;
        };
        /** @description What another operator has to agree to. */
        LimitAskedView: {
            /**
             * Format: int64
             * @description the request that is to be approved
             */
            approval: number;
        };
        /** @description A limit an operator wants. */
        LimitBody: {
            /**
             * Format: token-amount
             * @description The token's smallest unit, decimal digits.
             * @example 25000000
             */
            amount: string;
            /** @description why, for the audit */
            because: string;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: duration
             * @description ISO 8601, for instance PT24H; left out for four eyes
             */
            duration?: string | null;
            /**
             * @description Which kind it is.
             * @enum {string}
             */
            kind: "WINDOW" | "THRESHOLD" | "FOUR_EYES";
            /**
             * Format: route
             * @description One direction between two handlers.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2
             */
            route?: string | null;
            /** @description true to report only what would have been held */
            shadow?: boolean | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            token: string;
        };
        /** @description What holds. */
        LimitShown: {
            /**
             * Format: int32
             * @description Requests at once.
             */
            burst: number;
            /** @description Its id. */
            id: string;
            /**
             * Format: int64
             * @description Requests in a day, UTC; null when nothing is limited.
             */
            perDay: number;
            /**
             * Format: int64
             * @description Requests in a month, UTC; null when nothing is limited.
             */
            perMonth: number;
            /**
             * Format: int32
             * @description Requests in a second, over longer.
             */
            requestsPerSecond: number;
            /**
             * Format: int64
             * @description given out this month, where there is a quota of the month
             */
            usedThisMonth: number;
            /**
             * Format: int64
             * @description given out today, where there is a quota of the day
             */
            usedToday: number;
        };
        /** @description A limit and how far it is used. */
        LimitView: {
            /**
             * Format: int64
             * @description messages that it holds now
             */
            held: number;
            /** @description Most of them in one answer. */
            limit: components["schemas"]["Policy"];
            /** @description what its window let through, smallest unit, decimal text */
            used: string;
        };
        /** @description What it is to be; what is left out is the usual. */
        LimitWanted: {
            /**
             * Format: int32
             * @description at once
             * @example 200
             */
            burst?: number | null;
            /**
             * Format: int64
             * @description of the calendar in UTC; 0 is no quota
             * @example 100000
             */
            perDay?: number | null;
            /**
             * Format: int64
             * @description of the calendar in UTC; 0 is no quota
             * @example 0
             */
            perMonth?: number | null;
            /**
             * Format: int32
             * @description in the long run
             * @example 50
             */
            requestsPerSecond?: number | null;
        };
        /** @description A route. */
        LiquidityRouteView: {
            /** @description the most that can arrive, decimal text in the smallest unit; null when nothing but minting limits it */
            available?: string | null;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            from: string;
            /** @description why nothing arrives, or why nobody knows; null when something does */
            stopped?: string | null;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            to: string;
        };
        /** @description A key as it is listed. */
        ListedKey: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt?: string | null;
            /** @description Who made it. */
            createdBy?: string | null;
            /**
             * Format: date-time
             * @description Until when it stands.
             */
            expiresAt?: string | null;
            /**
             * Format: date-time
             * @description until then a former secret opens as well
             */
            formerSecretUntil?: string | null;
            /**
             * @description what the key begins with; of a declared one, made of its hash
             * @example stl_5f0c2a9be1d34768
             */
            id: string;
            /** @description What people call it. */
            label: string;
            /**
             * Format: date-time
             * @description to the minute; not known of declared ones
             */
            lastUsedAt?: string | null;
            /**
             * @description of the partner or operator
             * @example acme
             */
            name: string;
            /** @description Accounts whose money it may see. */
            payers: string[];
            /**
             * Format: date-time
             * @description When it was revoked; null while it opens.
             */
            revokedAt?: string | null;
            /** @description What it may do. */
            scopes: string[];
            /** @description the whole key, shown when it is made, never again */
            secret?: string | null;
            /**
             * @description where it is kept
             * @enum {string}
             */
            source: "STORED" | "DECLARED";
        };
        /** @description A line of the delivery log. */
        LoggedDelivery: {
            /** @description its first bytes */
            answer?: string | null;
            /**
             * Format: date-time
             * @description When it was tried last.
             */
            attemptedAt?: string | null;
            /**
             * Format: int32
             * @description begun so far
             */
            attempts: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /** @description the header webhook-id */
            eventId: string;
            /**
             * Format: int64
             * @description milliseconds until then
             */
            latencyMs?: number | null;
            /**
             * Format: date-time
             * @description when it is tried again; null when it is over
             */
            nextAttemptAt?: string | null;
            /** @description why the last attempt was none */
            problem?: string | null;
            /** @description WAITING, DELIVERED or FAILED */
            state: string;
            /**
             * Format: int32
             * @description of the last answer
             */
            status?: number | null;
            /** @description null for a ping and for what happened to an artifact */
            txid?: string | null;
            /** @description Which kind of event it is. */
            type: string;
        };
        /** @description A caller. */
        Me: {
            /** @description the id of the key he came by, or of his sign-in */
            credential: string;
            /** @description of the partner or operator */
            name: string;
            /** @description what he may do, by name; operator as well where he sees what operators see */
            scopes: string[];
        };
        /** @description One thing that happened. */
        MessageEntryView: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: int64
             * @description A block's number.
             */
            block?: number | null;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain?: string | null;
            /** @description differs by type */
            detail: {
                [key: string]: string;
            };
            /**
             * Format: int64
             * @description its place in the event stream, for Last-Event-ID
             */
            id: number;
            /** @description Where it stands. */
            stage?: ("OBSERVED" | "FINAL" | "ADMITTED" | "DELIVERING" | "DELIVERED" | "CALLING_BACK" | "SETTLED" | "REFUSED" | "WAITING_FOR_GAS" | "HELD" | "PARKED" | "EXPIRED" | "ORPHANED") | null;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            txHash?: string | null;
            /** @description Which kind of event it is. */
            type: string;
        };
        /** @description The gas account, in the source chain's smallest unit. */
        MessageGasView: {
            /** @description what the operator kept, wei of the source chain */
            margin?: string | null;
            /** @description what was paid into the vaults, wei */
            prepaid?: string | null;
            /** @description what went back, wei */
            refunded?: string | null;
            /** @description what delivery and callback cost, with the margin, wei of the source chain */
            required?: string | null;
            /** @description what the work cost in the end, wei of the source chain */
            spent?: string | null;
        };
        /** @description Between which handlers, each Chain:0x…. */
        MessageRouteView: {
            /** @description Where it begins. */
            from: string;
            /** @description Where it ends. */
            to: string;
        };
        /** @description What is transferred, in the token's smallest unit. */
        MessageTransferView: {
            /** @description How much, the smallest unit. */
            amount: string;
            /** @description The token on the source. */
            fromToken: string;
            /** @description Who receives. */
            receiver: string;
            /** @description The token on the destination. */
            toToken: string;
        };
        /** @description A message as a partner sees it. Amounts are decimal digits in the smallest unit; what is not known yet is null. */
        MessageView: {
            /** @description nothing more is going to happen: the stream of its events is over */
            ended: boolean;
            expected?: components["schemas"]["Forecast"] | null;
            gas: components["schemas"]["MessageGasView"];
            /** @description How it ended; null while it has not. */
            outcome?: string | null;
            /** @description One direction between two handlers: Chain:0x…>Chain:0x…. */
            route?: components["schemas"]["MessageRouteView"] | null;
            /** @description Who sent. */
            sender?: string | null;
            /**
             * Format: date-time
             * @description when the first thing told of it happened
             */
            sentAt: string;
            /** @description Where it stands. */
            stage: string;
            /** @description what happened, as it happened; left out in lists */
            timeline?: components["schemas"]["MessageEntryView"][] | null;
            transfer?: components["schemas"]["MessageTransferView"] | null;
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid: string;
            /**
             * Format: date-time
             * @description when the last thing told of it happened
             */
            updatedAt: string;
        };
        /** @description A node of a chain that services may read. */
        NodeAddress: {
            /** @description JSON-RPC over HTTP; without a secret, everybody reads this */
            url: string;
            /** @description JSON-RPC over WebSocket; null when it has none */
            webSocketUrl?: string | null;
        };
        /** @description Which nodes. */
        NodesBody: {
            /**
             * Format: int32
             * @description blocks that must stand before a block is final; the chain's finalized tag decides when it is left out
             */
            confirmations?: number | null;
            /**
             * @description The test network or the main network.
             * @enum {string}
             */
            network: "TESTNET" | "MAINNET";
        };
        /** @description Nodes of a chain, admitted by an operator. A service whose own configuration names the chain goes by that; another reads the chain through these where its operator allows it. */
        NodesState: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: int32
             * @description blocks that must stand before a block is final; 0 goes by the chain's finalized tag
             */
            confirmations: number;
            /** @description none any more when it is empty */
            providers: components["schemas"]["NodeAddress"][];
        };
        /** @description How the reading of one chain goes. A field is absent while it is not known. */
        ObservationReport: {
            /**
             * Format: int64
             * @description observed messages that are not final for their chain
             */
            awaitingFinality: number;
            /** @description what is being filled in */
            backfills: components["schemas"]["ObservationReportBackfillReport"][];
            /** @description what is verified, by how */
            certified: components["schemas"]["GapCertificateCoverage"][];
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: int64
             * @description newest block that is final for every message
             */
            finalHead?: number | null;
            /** @description ranges that nothing certifies although blocks around them are; the first hundred */
            gaps: components["schemas"]["GapCertificateGap"][];
            /**
             * Format: int64
             * @description newest block
             */
            head?: number | null;
            /**
             * Format: int64
             * @description final blocks that are not facts yet, without those that are filled in
             */
            lag?: number | null;
            /** @description message numbers that were passed over; the first hundred ranges */
            missing: components["schemas"]["SequenceHole"][];
            /**
             * Format: int64
             * @description up to here everything is facts
             */
            readFinal: number;
            /**
             * Format: int64
             * @description up to here messages are observed
             */
            readHead: number;
            /** @description what a human should look at */
            trouble: string[];
        };
        /** @description A back-fill. */
        ObservationReportBackfillReport: {
            /**
             * Format: int64
             * @description How many of them are done.
             */
            done: number;
            /**
             * Format: int64
             * @description until the last of the chain's back-fills ends, at the pace it has
             */
            etaSeconds: number;
            /**
             * Format: int64
             * @description Where it begins.
             */
            from: number;
            /**
             * Format: int32
             * @description how much of it is done
             */
            percent: number;
            /**
             * Format: date-time
             * @description When it began.
             */
            startedAt: string;
            /**
             * Format: int64
             * @description How far it goes.
             */
            until: number;
        };
        /** @description What is decided. */
        OnboardingDecisionBody: {
            /**
             * @description What is to be done or was done.
             * @enum {string}
             */
            action: "REVIEW" | "SCHEDULE_CALL" | "HOLD_CALL" | "GO_LIVE" | "SUSPEND" | "RESUME" | "RETIRE" | "REJECT" | "WITHDRAW";
            /**
             * Format: date-time
             * @description of a call
             */
            at?: string | null;
            /** @description Why: a word of a closed list, or a sentence for people. */
            reason?: string | null;
        };
        /** @description A line of the procedure. */
        OnboardingLineView: {
            /**
             * @description What is to be done or was done.
             * @enum {string}
             */
            action: "REVIEW" | "SCHEDULE_CALL" | "HOLD_CALL" | "GO_LIVE" | "SUSPEND" | "RESUME" | "RETIRE" | "REJECT" | "WITHDRAW";
            /**
             * @description whose action it is
             * @enum {string}
             */
            by: "APPLICANT" | "OPERATOR";
            /**
             * @description Where it begins.
             * @enum {string}
             */
            from: "APPLIED" | "REVIEWING" | "CALL_SCHEDULED" | "CONFORMANCE" | "TESTNET" | "MAINNET_DEPLOYED" | "LIVE" | "SUSPENDED" | "RETIRED" | "REJECTED" | "WITHDRAWN";
            /** @description whether it is refused without a reason */
            needsReason: boolean;
            /**
             * @description Where it ends.
             * @enum {string}
             */
            to: "APPLIED" | "REVIEWING" | "CALL_SCHEDULED" | "CONFORMANCE" | "TESTNET" | "MAINNET_DEPLOYED" | "LIVE" | "SUSPENDED" | "RETIRED" | "REJECTED" | "WITHDRAWN";
        };
        /** @description Why. */
        OnboardingReasonBody: {
            /** @description Why: a word of a closed list, or a sentence for people. */
            reason: string;
        };
        /** @description An application in a list. */
        OnboardingShortView: {
            /**
             * Format: date-time
             * @description When it was handed in.
             */
            appliedAt: string;
            /** @description The name of a chain. */
            chain: string;
            /**
             * Format: int64
             * @description EIP-155 chain id.
             */
            chainId: number;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Whose it is. */
            owner: string;
            /**
             * @description Where it stands.
             * @enum {string}
             */
            stage: "APPLIED" | "REVIEWING" | "CALL_SCHEDULED" | "CONFORMANCE" | "TESTNET" | "MAINNET_DEPLOYED" | "LIVE" | "SUSPENDED" | "RETIRED" | "REJECTED" | "WITHDRAWN";
        };
        /** @description Something said. */
        OnboardingTextBody: {
            /** @description A few words for people. */
            text: string;
        };
        /** @description What a guardian is to send. */
        OrderView: {
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /** @description calldata of pause_minting(); it stops nothing but the minting of this artifact on this chain */
            data: string;
            /**
             * Format: int64
             * @description The imbalance it is about.
             */
            imbalance: number;
            report?: components["schemas"]["PauseReportReport"] | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            to: string;
        };
        /** @description What a chain's team says of itself. */
        Paper: {
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: int64
             * @description EIP-155 chain id
             */
            chainId: number;
            /** @description who is asked */
            contacts: components["schemas"]["PaperContact"][];
            /** @description what the conformance suite is told, as it stands */
            declaration?: {
                [key: string]: unknown;
            } | null;
            /** @description where finality, nodes, support and audits are described */
            documents?: components["schemas"]["PaperDocument"][] | null;
            /** @description who runs nodes of it */
            providers: components["schemas"]["PaperProvider"][];
        };
        /** @description A person or a desk. */
        PaperContact: {
            /**
             * Format: email
             * @description Where to write to.
             */
            email: string;
            /** @description What it is called. */
            name: string;
        };
        /** @description Where contracts were deployed. */
        PaperDeployment: {
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain?: string | null;
            /**
             * Format: int64
             * @description the network's EIP-155 chain id; the application's when left out
             */
            chainId?: number | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            gasService: string;
            /** @description Its handlers. */
            handlers: components["schemas"]["PaperStatedHandler"][];
            /** @description the network's nodes; the application's when left out */
            providers?: components["schemas"]["PaperProvider"][] | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            settlement: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            verifier: string;
        };
        /** @description A document. */
        PaperDocument: {
            /** @description for instance full-node, archive-node, finality, support, audit */
            kind: string;
            /**
             * Format: uri
             * @description An address on the web.
             */
            url: string;
        };
        /** @description Who runs a node. */
        PaperProvider: {
            /** @description Who runs it. */
            operator: string;
            /**
             * Format: uri
             * @description JSON-RPC over HTTP; may hold an access token, and is never logged
             */
            url: string;
            /**
             * Format: uri
             * @description JSON-RPC over WebSocket
             */
            webSocketUrl?: string | null;
        };
        /** @description A handler as its deployer states it. */
        PaperStatedHandler: {
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            address: string;
            /** @description the handlers it speaks with on other chains */
            counterparts: string[];
            /**
             * Format: int32
             * @description of its token
             */
            decimals: number;
            /**
             * @description How the handler moves its token.
             * @enum {string}
             */
            mode: "MINT_BURN" | "LOCK_MINT" | "BURN_UNLOCK" | "LOCK_UNLOCK";
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            token: string;
        };
        /** @description What the ledger said of a message at a moment. */
        PastView: {
            /**
             * Format: date-time
             * @description The moment it is told of.
             */
            asOf: string;
            /** @description by account, signed decimal wei of its chain */
            balances: {
                [key: string]: string;
            };
            /** @description everything posted by then */
            entries: components["schemas"]["LedgerEntry"][];
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid: string;
        };
        /** @description How far an order has come. */
        PauseReportReport: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            guardian?: string | null;
            /**
             * @description How far it is.
             * @enum {string}
             */
            progress: "NO_GUARDIAN" | "SENT" | "PAUSED";
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            txHash?: string | null;
        };
        /** @description What a withdrawal came to. */
        PaymentTablePayout: {
            /** @description The address on its chain. */
            address: string;
            /** @description satoshi that were taken out of escrow */
            amount: number;
            /**
             * Format: int64
             * @description height of its block
             */
            block: number;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            btcTxid: string;
            /** @description satoshi of the miner's fee that it bore: the rest of the amount */
            fee: number;
            /** @description satoshi that arrived */
            paid: number;
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid: string;
            /**
             * Format: int64
             * @description The output's number.
             */
            vout: number;
        };
        /** @description What became of a batch. */
        PayoutReportBatchEnd: {
            /**
             * Format: int64
             * @description The batch's id.
             */
            batch: number;
            /**
             * Format: int64
             * @description the height of its block
             */
            block?: number | null;
            /**
             * Format: date-time
             * @description When it ended; null while it has not.
             */
            endedAt?: string | null;
            /** @description OPEN, MINED or CANCELLED */
            state: string;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            txHash?: string | null;
        };
        /** @description A withdrawal. */
        PayoutReportOne: {
            /** @description whom it pays on Bitcoin */
            address: string;
            /**
             * Format: int64
             * @description satoshi in escrow
             */
            amount: number;
            /**
             * Format: int64
             * @description the transactions it is or was in; null in none
             */
            batch?: number | null;
            /**
             * Format: date-time
             * @description from then on its escrow may be given back
             */
            deadline: string;
            /**
             * Format: date-time
             * @description When it ended; null while it has not.
             */
            endedAt?: string | null;
            /**
             * Format: date-time
             * @description When it began to wait.
             */
            queuedAt: string;
            /** @description why it is held, failed or waits; null otherwise */
            reason?: string | null;
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "WAITING" | "BATCHED" | "HELD" | "PAID" | "FAILED";
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid: string;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            vault: string;
        };
        /** @description A cosigner that did not sign. */
        PayoutReportRefusal: {
            /**
             * Format: date-time
             * @description When.
             */
            at?: string | null;
            /** @description Which cosigner. */
            cosigner: string;
            /** @description A sentence for people, or what else the event says. */
            detail: string;
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            member?: string | null;
            /** @description a stable word */
            reason: string;
        };
        /** @description A cosigner that signed. */
        PayoutReportSignature: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description BIP-32 fingerprint of its key */
            cosigner: string;
        };
        /** @description A transaction that was proposed. */
        PayoutReportStep: {
            /**
             * Format: int64
             * @description The batch's id.
             */
            batch: number;
            /**
             * Format: int64
             * @description satoshi for the miner, of the whole transaction
             */
            fee: number;
            /** @description PAYMENT, CHILD, which pays for an earlier one, or CANCELLATION */
            kind: string;
            /**
             * Format: int64
             * @description satoshi of this withdrawal's output; null when it has none there
             */
            paid?: number | null;
            /**
             * Format: date-time
             * @description When it was proposed.
             */
            proposedAt: string;
            /** @description Who refused, and why. */
            refusals: components["schemas"]["PayoutReportRefusal"][];
            /**
             * Format: int32
             * @description Which attempt, from 1.
             */
            round: number;
            /**
             * Format: int64
             * @description Fee rate, satoshi for 1,000 virtual bytes.
             */
            satsPerKvb: number;
            /**
             * Format: date-time
             * @description When it was sent.
             */
            sentAt?: string | null;
            /**
             * Format: int64
             * @description satoshi of the fee that it bears; null when it has no output there
             */
            share?: number | null;
            /** @description Who signed. */
            signatures: components["schemas"]["PayoutReportSignature"][];
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "PROPOSED" | "SIGNED" | "SENT" | "REFUSED";
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            txHash: string;
        };
        /** @description A withdrawal and everything that was tried for it, the oldest first. */
        PayoutReportTimeline: {
            /** @description Batches it was in. */
            batches: components["schemas"]["PayoutReportBatchEnd"][];
            /** @description Its steps, in their order. */
            steps: components["schemas"]["PayoutReportStep"][];
            withdrawal: components["schemas"]["PayoutReportOne"];
        };
        /** @description A plan that is asked for. */
        PlanBody: {
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            owner: string;
            /** @description in the order in which they are taken */
            steps: components["schemas"]["StepRequest"][];
        };
        /** @description A fact. */
        PlanFactView: {
            /**
             * Format: int64
             * @description its height
             */
            block: number;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /** @description The event that counted. */
            fact: string;
            /**
             * Format: date-time
             * @description When it was taken in.
             */
            takenAt: string;
            /** @description its transaction; absent when that was not kept */
            txHash?: string | null;
        };
        /** @description A hop. */
        PlanHopView: {
            /**
             * Format: int32
             * @description Its place, counted from 0.
             */
            position: number;
            quote: components["schemas"]["QuoteView"];
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            requoteBound?: string | null;
        };
        /** @description Some plans, newest first. */
        PlanPageView: {
            /** @description cursor of the following page; absent on the last */
            next?: string | null;
            /** @description One by one, newest first. */
            plans: components["schemas"]["PlanView"][];
        };
        /** @description A step; amounts are decimal text in the smallest unit. */
        PlanStepView: {
            /** @description of POOL and UNPOOL shares; absent while it is not known */
            amount?: string | null;
            /** @description The artifact whose books it belongs to. */
            artifact: string;
            /** @description what is to be signed now, in order */
            calls: components["schemas"]["CallView"][];
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: int32
             * @description the step that it takes back
             */
            compensates?: number | null;
            /**
             * Format: date-time
             * @description When it ended; null while it has not.
             */
            endedAt?: string | null;
            /**
             * Format: date-time
             * @description when time is up
             */
            expiresAt?: string | null;
            /** @description what counted for it */
            facts: components["schemas"]["PlanFactView"][];
            /**
             * @description Which kind it is.
             * @enum {string}
             */
            kind: "DEPOSIT" | "TRANSFER" | "STAKE" | "UNSTAKE" | "WRAP" | "UNWRAP" | "POOL" | "UNPOOL" | "CONVERT" | "WITHDRAW";
            payTo?: components["schemas"]["CallAsk"] | null;
            /**
             * Format: int32
             * @description Its place, counted from 0.
             */
            position: number;
            /**
             * Format: date-time
             * @description When it can be signed.
             */
            readyAt?: string | null;
            /** @description Why: a word of a closed list, or a sentence for people. */
            reason?: string | null;
            /** @description whether anything takes it back */
            reversible: boolean;
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "WAITING" | "READY" | "UNDER_WAY" | "DONE" | "FAILED" | "CANCELLED";
            /**
             * Format: int32
             * @description the step whose yield it takes
             */
            takesFrom?: number | null;
            /** @description amounts by what they are of: a token Chain:0x…, a stake, or BTC */
            yields: {
                [key: string]: string;
            };
        };
        /** @description What is paid on one chain. */
        PlanTotalView: {
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            prepayment: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            transactions: string;
        };
        /** @description A plan as its partner sees it. */
        PlanView: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it ended; null while it has not.
             */
            endedAt?: string | null;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            owner: string;
            /** @description why it is taken back */
            reason?: string | null;
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "RUNNING" | "DONE" | "COMPENSATING" | "COMPENSATED";
            /** @description positions of steps that are done and cannot be taken back */
            staying: number[];
            /** @description Its steps, in their order. */
            steps: components["schemas"]["PlanStepView"][];
        };
        /** @description How much of a token may pass. */
        Policy: {
            /** @description who set it */
            actor: string;
            /**
             * Format: token-amount
             * @description The token's smallest unit, decimal digits.
             * @example 25000000
             */
            amount: string;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: duration
             * @description length of the window, or the delay; zero for four eyes
             */
            duration: string;
            /**
             * Format: int64
             * @description Its id.
             */
            id: number;
            /**
             * @description Which kind it is.
             * @enum {string}
             */
            kind: "WINDOW" | "THRESHOLD" | "FOUR_EYES";
            /**
             * Format: route
             * @description One direction between two handlers.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2
             */
            route?: string | null;
            /** @description whether it only reports what it would have held */
            shadow: boolean;
            /**
             * Format: date-time
             * @description Since when.
             */
            since: string;
            /**
             * @description whose word it is
             * @enum {string}
             */
            source: "OPERATOR" | "REGISTRY";
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            token: string;
        };
        /** @description A decision. */
        PriceRateView: {
            refusal?: ("STALE" | "CONTRADICTORY") | null;
            /** @description What each source said. */
            sources: components["schemas"]["PriceSourceView"][];
            /** @description US dollars for one whole token, decimal text. */
            usd?: string | null;
            /** @description one sentence */
            why: string;
        };
        /** @description A source's last word. */
        PriceSourceView: {
            /**
             * Format: int64
             * @description how long ago that was so
             */
            ageSeconds?: number | null;
            /** @description why not */
            problem?: string | null;
            /** @description Who said it. */
            source: string;
            /**
             * @description whether it counted: COUNTED, OUTLIER, STALE or FAILED
             * @enum {string}
             */
            standing: "COUNTED" | "OUTLIER" | "STALE" | "FAILED";
            /** @description US dollars for one native token, decimal text */
            usd?: string | null;
        };
        /** @description A chain's price; the last one that was taken, absent before the first. */
        PriceView: {
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            baseFee?: string | null;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            gasPerByte?: string | null;
            /** @description US dollars for one native token, decimal text */
            nativeUsd?: string | null;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            priorityFee?: string | null;
            rate?: components["schemas"]["PriceRateView"] | null;
            /**
             * Format: date-time
             * @description When it was taken.
             */
            sampledAt?: string | null;
            /** @description whether it is too old to quote with */
            stale: boolean;
        };
        /** @description How BTC becomes an artifact, and who holds it meanwhile. */
        Primitive: {
            /** @description The artifact whose books it belongs to. */
            artifact: string;
            /** @description Where its contracts are. */
            deployments: components["schemas"]["Deployment"][];
            /** @description the vault's descriptor; null when it is not told */
            descriptor?: string | null;
            /** @description why it is not live yet, or not any more */
            finding?: string | null;
            /** @description its name, as the artifact's contracts have it */
            id: string;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            specification: string;
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "DRAFT" | "SUBMITTED" | "REFUSED" | "ADMITTED" | "LIVE" | "WITHDRAWN";
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            vault?: string | null;
            /**
             * Format: int64
             * @description counts its changes
             */
            version: number;
        };
        /** @description A primitive as it is said. */
        PrimitiveBody: {
            /** @description whose books, as handlers name it in handler-registry */
            artifact: string;
            /** @description Where its contracts are. */
            deployments: components["schemas"]["PrimitiveDeploymentBody"][];
            /** @description the vault's descriptor */
            descriptor?: string | null;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            specification: string;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            vault?: string | null;
        };
        /** @description A primitive as its partner says it. */
        PrimitiveClaimBody: {
            /** @description whose books, as handlers name it in handler-registry */
            artifact: string;
            /** @description Where its contracts are. */
            deployments: components["schemas"]["PrimitiveDeploymentBody"][];
            /** @description the vault's descriptor */
            descriptor?: string | null;
            /**
             * Format: byte
             * @description the specification's exact bytes, in base64
             */
            document: string;
            /**
             * Format: date-time
             * @description until when it may be signed; seven days when left out
             */
            expiresAt?: string | null;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            vault?: string | null;
        };
        /** @description A signature of the statement. */
        PrimitiveClaimClaimSignatureBody: {
            /** @description r\u2016s\u2016v; what an owner that is a contract takes (EIP-1271) */
            signature: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            signer?: string | null;
        };
        /** @description One for the artifact's contract on each chain; the same may stand for several. */
        PrimitiveClaimClaimSignaturesBody: {
            /** @description Who signed. */
            signatures: components["schemas"]["PrimitiveClaimClaimSignatureBody"][];
        };
        /** @description What is to be signed. */
        PrimitiveClaimView: {
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            digest: string;
            /**
             * Format: date-time
             * @description Until when it stands.
             */
            expiresAt: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            specification: string;
            /** @description the argument of eth_signTypedData_v4 */
            typedData: {
                [key: string]: unknown;
            };
        };
        /** @description Where the contracts are on one chain; see Deployment. */
        PrimitiveDeploymentBody: {
            /** @description Contracts that hold several artifacts. */
            baskets?: string[] | null;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            handler?: string | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            registry: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            staking?: string | null;
            /**
             * Format: int64
             * @description The block from which they are read.
             */
            startBlock: number;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            token: string;
            /** @description Contracts that wrap this artifact alone. */
            wrappers?: string[] | null;
        };
        /** @description Why something is decided. */
        PrimitiveReasonsBody: {
            /** @description Why. */
            reasons: string[];
        };
        /** @description A revision of the specification. */
        PrimitiveRevisionBody: {
            /** @description Why. */
            reasons: string[];
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            specification: string;
        };
        /** @description A decision about a primitive. */
        PrimitiveStep: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who did it. */
            by: string;
            /** @description Why. */
            reasons: string[];
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "DRAFT" | "SUBMITTED" | "REFUSED" | "ADMITTED" | "LIVE" | "WITHDRAWN";
        };
        /** @description A primitive with what was decided about it. */
        PrimitiveView: {
            primitive: components["schemas"]["Primitive"];
            /** @description Its steps, in their order. */
            steps: components["schemas"]["PrimitiveStep"][];
        };
        /** @description The latest first, at most a hundred of each. */
        ProbationHistoryView: {
            /** @description Its days, the latest first. */
            days: components["schemas"]["ProbationTableDay"][];
            /** @description One by one, in their order. */
            entries: components["schemas"]["ProbationTableEntry"][];
        };
        /** @description The stage a route is to be at. */
        ProbationStageBody: {
            /** @description why, for the audit */
            because: string;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            from: string;
            /**
             * Format: int32
             * @description counted from 0; as many as it has: nothing is limited any more
             */
            stage: number;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            to: string;
        };
        /** @description Stages of a route. */
        ProbationStagesBody: {
            /** @description why, for the audit */
            because: string;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            from: string;
            /** @description what may pass in a window at each of them, smallest unit of the source's token */
            stages: string[];
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            to: string;
        };
        /** @description A whole day of a route. */
        ProbationTableDay: {
            /** @description Whether it counted. */
            clean: boolean;
            /** @description whether it is one of the clean days that count now */
            counts: boolean;
            /**
             * Format: date
             * @description A day, UTC.
             */
            day: string;
            /** @description One sentence. */
            why: string;
        };
        /** @description A decision. */
        ProbationTableEntry: {
            /** @description BEGIN, STAGES, STAGE, GROW, FAULT or DRIFT */
            action: string;
            /** @description Who did it. */
            actor: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Why: a word of a closed list, or a sentence for people. */
            reason: string;
            /**
             * Format: route
             * @description One direction between two handlers.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2
             */
            route: string;
            /**
             * Format: int32
             * @description that follows from it
             */
            stage: number;
        };
        /** @description A route on probation. */
        ProbationView: {
            /**
             * Format: token-amount
             * @description The token's smallest unit, decimal digits.
             * @example 25000000
             */
            amount?: string | null;
            /**
             * Format: int32
             * @description Clean days at this stage.
             */
            cleanDays: number;
            /**
             * Format: int32
             * @description Clean days from stage to stage.
             */
            daysPerStage: number;
            /**
             * Format: date
             * @description the last day, UTC, that was judged
             */
            judged: string;
            /**
             * Format: route
             * @description One direction between two handlers.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2
             */
            route: string;
            /**
             * Format: date-time
             * @description Since when.
             */
            since: string;
            /**
             * Format: int32
             * @description counted from 0; as many as there are when the last one is passed
             */
            stage: number;
            /** @description What may pass in a window at each stage, the token's smallest unit. */
            stages: string[];
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            token: string;
            /** @description it is at this stage, and since when */
            why: string;
            /**
             * Format: duration
             * @description How long a window is.
             */
            window: string;
        };
        /** @description A refusal (RFC 9457). */
        Problem: {
            /** @description The stable word for programs, see docs/problems.md. */
            code: string;
            /** @description A sentence for people; it may change. */
            detail?: string;
            /** @description Of invalid-request: what is wrong. */
            errors?: {
                /** @description The field or parameter. */
                field: string;
                /** @description What is wrong with it. */
                message: string;
            }[];
            /** @description The path that was asked. */
            instance?: string;
            /** @description As in HTTP. */
            status: number;
            /** @description The status in words. */
            title?: string;
            /** @description urn:settlement:problem:<code> */
            type: string;
        };
        /** @description What was found. */
        Proof: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description the code that was tried; behind a proxy both, with a plus between */
            codeHash: string;
            /**
             * Format: uuid
             * @description the run it is from
             */
            run: string;
            /** @description whether the handler has other code by now; null when no node says */
            stale?: boolean | null;
            /** @description PASS, FAIL or UNKNOWN */
            verdict: string;
            /**
             * Format: int32
             * @description of the report
             */
            version: number;
        };
        /** @description Somebody's payment into a key. */
        ProofDepositRequest: {
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            txHash: string;
        };
        /** @description An imbalance and what was said about it. */
        ProofImbalanceView: {
            /** @description The imbalance it is about. */
            imbalance: components["schemas"]["Imbalance"];
            /** @description What operators said to it. */
            notes: components["schemas"]["ImbalanceNote"][];
        };
        /** @description What somebody did about an imbalance. */
        ProofNoteBody: {
            /** @description A few words for people. */
            text: string;
        };
        /** @description Books and chain at one block. */
        ProofView: {
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            account: string;
            /** @description Whether it agrees. */
            agrees: boolean;
            /**
             * Format: int64
             * @description A block's number.
             */
            block: number;
            /** @description The block's hash. */
            blockHash: string;
            /** @description wei by the books, decimal */
            books: string;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /** @description names the entries; left out while they agree */
            detail?: string | null;
            /** @description what the chain has beyond the books, signed decimal text, wei of the chain */
            difference: string;
            /** @description wei on the chain, decimal */
            onChain: string;
            /**
             * Format: date-time
             * @description When it was proved.
             */
            provedAt?: string | null;
            /**
             * Format: date-time
             * @description when they were found to differ; left out while they agree
             */
            since?: string | null;
            /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
            subject: string;
        };
        /** @description A measurement. */
        ProviderFigure: {
            /**
             * Format: date-time
             * @description when the first probe was that it is made of; null when there was none
             */
            since?: string | null;
            /** @description The unit of the figure. */
            unit: string;
            /**
             * Format: double
             * @description measured, in its unit; null when nothing is known
             */
            value?: number | null;
        };
        /** @description A share of the reads. */
        ProviderReportWeight: {
            /**
             * Format: int32
             * @description by the operator; a positive number
             */
            configured: number;
            /**
             * Format: int32
             * @description of that which counts now, 1 to 100
             */
            percent: number;
            /** @description it is not all of it, in words; empty when it is */
            why: string;
        };
        /** @description Providers over a window. */
        ProvidersView: {
            /**
             * Format: date-time
             * @description when it was read
             */
            at: string;
            /** @description One by one. */
            items: components["schemas"]["ProviderView"][];
            /**
             * Format: duration
             * @description how far back; whole hours
             */
            window: string;
        };
        /** @description A provider over thirty days. */
        ProviderView: {
            /** @description levels it does not keep now */
            breached: components["schemas"]["Breach"][];
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: int64
             * @description EIP-155 chain id.
             */
            chainId: number;
            /** @description final blocks it named with another hash than was named first */
            disagreements: components["schemas"]["ProviderFigure"];
            /** @description probes, one a minute, that were not */
            down: components["schemas"]["ProviderFigure"];
            /** @description what those were, by class */
            errors: {
                [key: string]: number;
            };
            /** @description how far its newest block was behind the others', by the blocks' times */
            lagMean: components["schemas"]["ProviderFigure"];
            lagMost: components["schemas"]["ProviderFigure"];
            lagMostBlocks: components["schemas"]["ProviderFigure"];
            /**
             * Format: date-time
             * @description null when it was never reached for a look
             */
            lastProbeAt?: string | null;
            /** @description of a question for the newest block, whole answer */
            latencyP50: components["schemas"]["ProviderFigure"];
            latencyP95: components["schemas"]["ProviderFigure"];
            latencyP99: components["schemas"]["ProviderFigure"];
            /** @description host and port */
            name: string;
            /** @description probes whose newest block had logs that it left out */
            omittedLogs: components["schemas"]["ProviderFigure"];
            /** @description Who runs it. */
            operator: string;
            /**
             * Format: provider
             * @description A provider, without its address.
             * @example 8f14e45fceea167a
             */
            provider: string;
            /** @description of the loop of all methods */
            soakFailures: components["schemas"]["ProviderFigure"];
            /** @description answers a second in the last burst */
            throughput: components["schemas"]["ProviderFigure"];
            /** @description rightly answered probes */
            uptime: components["schemas"]["ProviderFigure"];
            /** @description whether somebody still names it */
            watched: boolean;
            /**
             * Format: date-time
             * @description the first look at it
             */
            watchedSince: string;
        };
        /** @description What there is to know of Bitcoin's end: for a payout what its vault would pay now. An estimate, no promise: what is deducted is settled when the payout is built, never at more than mostSatsPerKvb. */
        QuoteBitcoinView: {
            /** @description what is deducted from a withdrawal that is paid alone from one coin; companions share a part of it */
            aloneSats?: string | null;
            /**
             * Format: date-time
             * @description when the vault said so
             */
            at?: string | null;
            /**
             * @description The fee.
             * @enum {string}
             */
            fee: "WAIVED" | "DEDUCTED_FROM_AMOUNT";
            /**
             * @description whether the rate is known
             * @enum {string}
             */
            feeRate: "ESTIMATED" | "UNKNOWN" | "NONE";
            /** @description The highest fee rate that is paid, satoshi for 1,000 virtual bytes. */
            mostSatsPerKvb?: string | null;
            /** @description satoshi for 1000 virtual bytes */
            satsPerKvb?: string | null;
            /**
             * Format: int32
             * @description within how many blocks it should then be mined
             */
            targetBlocks?: number | null;
        };
        /** @description By what a message that was paid on it is charged, whatever prices do later. */
        QuoteCharging: {
            /** @description US dollars for one native token of the destination chain */
            destinationUsd: string;
            /**
             * Format: int32
             * @description the operator's share of what was spent, in hundredths of a percent
             */
            marginBps: number;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            refundFee: string;
            /** @description US dollars for one native token of the source chain */
            sourceUsd: string;
        };
        /** @description When the message will be final on its source, after which it is delivered. */
        QuotedFinality: {
            /**
             * Format: int32
             * @description blocks that must stand, its own counted; absent when the chain's tag counts
             */
            confirmations?: number | null;
            /**
             * Format: int64
             * @description how long that takes from its block on, as measured; absent when it could not be measured yet
             */
            estimateSeconds?: number | null;
            /** @description the block tag that must have reached it; absent when confirmations count */
            tag?: string | null;
        };
        /** @description The EIP-712 domain. */
        QuoteDomain: {
            /**
             * Format: int64
             * @description EIP-155 chain id.
             */
            chainId: number;
            /** @description What it is called. */
            name: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            verifyingContract: string;
            /** @description The version's number; of reports also latest. */
            version: string;
        };
        /** @description A leg as partners read it. */
        QuoteLegView: {
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            baseFee: string;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            dataFee: string;
            expected?: components["schemas"]["LegTime"] | null;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            feeInSource: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            feeNative: string;
            /**
             * Format: int64
             * @description Units of gas.
             */
            gasLimit: number;
            /**
             * @description whether the limit was estimated, learned or assumed
             * @enum {string}
             */
            gasSource: "ESTIMATED" | "LEARNED" | "DEFAULT";
            /**
             * @description Which part of the way.
             * @enum {string}
             */
            leg: "SOURCE" | "DELIVERY" | "CALLBACK" | "REFUND";
            /**
             * @description what the fee is paid from
             * @enum {string}
             */
            paidBy: "USER_TRANSACTION" | "PREPAYMENT";
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            priorityFee: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            totalGasFee: string;
        };
        /** @description Where the total may be paid; one of them is enough. */
        QuotePayableView: {
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            amount: string;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
        };
        /** @description A strategy over several chains. */
        QuotePlanRequest: {
            /** @description its messages in the order they are sent */
            hops: components["schemas"]["QuoteRequest"][];
        };
        /** @description A plan as partners read it. */
        QuotePlanView: {
            /**
             * Format: date-time
             * @description until when all of its quotes stand
             */
            expiresAt: string;
            /** @description in the order they are sent */
            hops: components["schemas"]["PlanHopView"][];
            /**
             * Format: date-time
             * @description when its newest quote was given
             */
            issuedAt: string;
            /** @description The plan's id. */
            planId: string;
            /** @description what is to be paid, by the chain it is paid on */
            totals: components["schemas"]["PlanTotalView"][];
        };
        /** @description What a partner wants to send. With a sender and either payload, payloadHash or receiver the quote is for that message alone, and signed; else it is an estimate for any message like it. */
        QuoteRequest: {
            /** @description in the token's smallest unit, decimal text; left out when the handlers move none */
            amount?: string | null;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            fromChain: string;
            /** @description an address; on Bitcoin a vault's 32 bytes */
            fromHandler: string;
            /**
             * Format: int64
             * @description what the receiving handler is to be given, between 50,000 and 5,000,000 units; the contracts' default by default
             */
            handlerGas?: number | null;
            /**
             * Format: int64
             * @description which of the sender's messages through the handler it will be; the next by default
             */
            nonce?: number | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            payer?: string | null;
            /** @description the whole message, hexadecimal; lets the receiving handler be simulated */
            payload?: string | null;
            /**
             * Format: int32
             * @description size of the payload; a token transfer's by default
             */
            payloadBytes?: number | null;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            payloadHash?: string | null;
            /** @description what is paid with; only NATIVE, the default */
            paymentToken?: string | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            receiver?: string | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            sender?: string | null;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            toChain: string;
            /** @description the same */
            toHandler: string;
        };
        /** @description What a wallet sends with the message: the struct, as the contract is given it, and its signature. */
        QuoteSignedView: {
            domain: components["schemas"]["QuoteDomain"];
            quote: components["schemas"]["QuoteStruct"];
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            sender: string;
            /** @description 65 bytes */
            signature: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            signer: string;
        };
        /** @description The EIP-712 message of type GasQuote. */
        QuoteStruct: {
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            amount: string;
            /**
             * Format: int64
             * @description last second (unix) in which it is honoured
             */
            expiry: number;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            id: string;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            legsHash: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            payer: string;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            payloadHash: string;
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid: string;
        };
        /** @description A quote as partners read it. */
        QuoteView: {
            /**
             * Format: token-amount
             * @description The token's smallest unit, decimal digits.
             * @example 25000000
             */
            amount?: string | null;
            bitcoin?: components["schemas"]["QuoteBitcoinView"] | null;
            /** @description by what it is charged; the rest of the total goes back */
            charging: components["schemas"]["QuoteCharging"];
            /** @description what speaks against sending it, as its simulation said */
            concern?: string | null;
            /**
             * Format: date-time
             * @description Until when it stands.
             */
            expiresAt: string;
            /** @description when the message will be final on its source */
            finality: components["schemas"]["QuotedFinality"];
            /**
             * Format: int64
             * @description Units of gas.
             */
            handlerGas: number;
            /**
             * Format: date-time
             * @description When it was given.
             */
            issuedAt: string;
            /** @description Its parts. */
            legs: components["schemas"]["QuoteLegView"][];
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            margin: string;
            /** @description where the total may be paid */
            payable: components["schemas"]["QuotePayableView"][];
            /**
             * Format: int32
             * @description the largest payload it is good for
             */
            payloadBytes: number;
            /** @description always NATIVE, the source chain's own */
            paymentToken: string;
            /** @description The quote's id. */
            quoteId: string;
            /**
             * Format: route
             * @description One direction between two handlers.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2
             */
            route: string;
            /** @description Who signed. */
            signed?: components["schemas"]["QuoteSignedView"] | null;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            total: string;
        };
        /** @description One of both. */
        RateBody: {
            /** @description why, for the audit */
            because: string;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            sameAs?: string | null;
            /** @description US dollars for one whole token, decimal text */
            usd?: string | null;
        };
        /** @description A word of an operator. */
        RateView: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Why, for the audit. */
            because: string;
            /** @description Who did it. */
            by: string;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            sameAs?: string | null;
            /** @description US dollars for one whole token, decimal text; left out, with sameAs, where it withdraws what was said before */
            usd?: string | null;
        };
        /** @description How to claim. */
        ReceiptClaimView: {
            /** @description calldata, ready to be sent by anyone; the payer gets the money */
            data: string;
            /** @description of the vault */
            function: string;
            /** @description the leaf's siblings, from the leaf up */
            proof: string[];
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            root: string;
        };
        /** @description Some leaves of a tree, in its order. */
        ReceiptLeavesView: {
            /** @description The tree's leaves, in their order. */
            leaves: components["schemas"]["GasReceiptReceipt"][];
            /** @description cursor of the following page; absent on the last */
            next?: string | null;
            tree: components["schemas"]["ReceiptTree"];
        };
        /** @description A tree that the vault accepts receipts of, once it is published. */
        ReceiptTree: {
            /**
             * Format: date-time
             * @description When it was built.
             */
            builtAt: string;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: int32
             * @description of its leaves
             */
            count: number;
            /**
             * Format: date-time
             * @description when the vault's word was final; null before
             */
            publishedAt?: string | null;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            publishedTx?: string | null;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            root: string;
            /** @description where they can be read */
            uri: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            vault: string;
        };
        /** @description Where a receipt is. */
        ReceiptTreeView: {
            /**
             * Format: date-time
             * @description When it was built.
             */
            builtAt: string;
            /**
             * Format: int32
             * @description leaves
             */
            count: number;
            /**
             * Format: date-time
             * @description absent until the vault accepts it
             */
            publishedAt?: string | null;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            publishedTx?: string | null;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            root: string;
            /** @description where they can be read */
            uri: string;
        };
        /** @description What a payer needs to verify what a message cost him against the chains alone, and to claim what is left. */
        ReceiptView: {
            /** @description transactions with their gas and fees, shares, rates and terms */
            message: components["schemas"]["EndedMessage"];
            /** @description one for each account that was paid into */
            receipts: components["schemas"]["AccountReceipt"][];
        };
        /** @description A route, each end written Chain:0x…. */
        RegistrationRegisterRouteBody: {
            /** @description whether the way back is registered too; not when left out */
            bothWays?: boolean | null;
            /**
             * Format: date-time
             * @description until when it may be signed; the longest that is allowed when left out
             */
            expiresAt?: string | null;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            from: string;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            to: string;
        };
        /** @description A token as its own contract names it. */
        RegistrationRegisterTokenBody: {
            /** @description whether the token's owner signs; the handler's does when left out */
            byTokensOwner?: boolean | null;
            /**
             * Format: int32
             * @description Digits after the point of the token.
             */
            decimals: number;
            /**
             * Format: date-time
             * @description until when it may be signed; the longest that is allowed when left out
             */
            expiresAt?: string | null;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            handler: string;
            /** @description The symbol its contract tells. */
            symbol: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            token: string;
        };
        /** @description Who signs for a chain, as its verifier contract says. */
        RegistrationRegisterValidatorsBody: {
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: date-time
             * @description until when it may be signed; the longest that is allowed when left out
             */
            expiresAt?: string | null;
            /**
             * Format: int32
             * @description how many signatures make a quorum certificate
             */
            required: number;
            /** @description Who signs. */
            validators: string[];
        };
        /** @description A contract that must be spoken for. */
        RegistrationSignatory: {
            /**
             * Format: date-time
             * @description When.
             */
            at?: string | null;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            contract: string;
            /** @description who handed that signature in */
            partner?: string | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            signer?: string | null;
        };
        /** @description A signature of the statement. */
        RegistrationSignatureBody: {
            /** @description r\u2016s\u2016v; what an owner that is a contract takes (EIP-1271) */
            signature: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            signer?: string | null;
        };
        /** @description A registration. */
        RegistrationView: {
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            askedAt: string;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            digest: string;
            /**
             * Format: date-time
             * @description When it ended; null while it has not.
             */
            endedAt?: string | null;
            /**
             * Format: date-time
             * @description Until when it stands.
             */
            expiresAt: string;
            /** @description of the latest look at the book and the chains */
            findings: components["schemas"]["Finding"][];
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * @description Which kind it is.
             * @enum {string}
             */
            kind: "ROUTE" | "VALIDATORS" | "TOKEN";
            /** @description who proposed it */
            partner: string;
            /** @description the contracts that must be spoken for, and who did */
            signatories: components["schemas"]["RegistrationSignatory"][];
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "OPEN" | "REGISTERED" | "WITHDRAWN" | "EXPIRED";
            /** @description the route, or the chain */
            subject: string;
            /** @description what a wallet signs: the argument of eth_signTypedData_v4 */
            typedData: {
                [key: string]: unknown;
            };
        };
        /** @description An operator's word. */
        ReportTableWord: {
            /** @description Who did it. */
            actor: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Why: a word of a closed list, or a sentence for people. */
            reason: string;
            /** @description A requirement's id, for instance EVM-FIN-1. */
            requirement: string;
            /** @description false when an earlier waiver no longer stands */
            waived: boolean;
        };
        /** @description How much was put into the outbox. */
        Republished: {
            /**
             * Format: int32
             * @description one for each chain, validator set, handler and route
             */
            facts: number;
        };
        /** @description One direction between two handlers, each written Chain:0x…. */
        RouteBody: {
            /** @description how deep a message must be by its amount, smallest first; none unless said */
            finality?: components["schemas"]["FinalityTier"][] | null;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            from: string;
            /** @description Whether it is in use. */
            status?: ("ACTIVE" | "SUSPENDED" | "RETIRED") | null;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            to: string;
        };
        /** @description One direction between two handlers; only an ACTIVE one admits messages. */
        RouteState: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description how deep a message of this route must be by its amount, smallest amount first; what is above the last, and what moves no token, waits for its chain's own finality */
            finality: components["schemas"]["FinalityTier"][];
            /**
             * Format: route
             * @description One direction between two handlers.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2
             */
            route: string;
            /**
             * @description Whether it is in use.
             * @enum {string}
             */
            status: "ACTIVE" | "SUSPENDED" | "RETIRED";
        };
        /** @description What is to be looked at. */
        RunBody: {
            /** @description as EVM and PRE; everything when left out; of chains only */
            areas?: string[] | null;
            trial?: components["schemas"]["TrialBody"] | null;
        };
        /** @description One requirement; the report has its evidence. */
        RunFound: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Why: a word of a closed list, or a sentence for people. */
            reason: string;
            /** @description A requirement's id, for instance EVM-FIN-1. */
            requirement: string;
            /**
             * Format: int64
             * @description How long it took, milliseconds.
             */
            tookMs: number;
            /**
             * @description What came of it.
             * @enum {string}
             */
            verdict: "PASS" | "FAIL" | "WAIVED" | "UNKNOWN";
        };
        /** @description Why. */
        RunReasonBody: {
            /** @description Why: a word of a closed list, or a sentence for people. */
            reason: string;
        };
        /** @description A run as it stands. */
        RunView: {
            /** @description Who did it. */
            actor: string;
            /**
             * Format: int32
             * @description requirements there are to look at
             */
            all: number;
            /** @description what is looked at; everything when empty */
            areas: string[];
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            askedAt: string;
            /**
             * Format: date-time
             * @description When it began; null while it waits.
             */
            beganAt?: string | null;
            /** @description What is broken: a count, or why the run broke off. */
            broken?: string | null;
            /**
             * @description What caused it.
             * @enum {string}
             */
            cause: "REQUESTED" | "NIGHTLY";
            /** @description The name of a chain. */
            chain: string;
            /**
             * Format: int32
             * @description requirements that were looked at, by all instances
             */
            done: number;
            /**
             * Format: date-time
             * @description When it ended; null while it has not.
             */
            endedAt?: string | null;
            /** @description what was found so far, the latest first; in lists of runs null */
            findings?: components["schemas"]["RunFound"][] | null;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "WAITING" | "RUNNING" | "FINISHED" | "BROKEN_OFF";
            /** @description The version of the suite of checks. */
            suite: string;
        };
        /** @description What stands, and everything that was said. */
        RunWaiversView: {
            /** @description Everything that was said, the latest first. */
            said: components["schemas"]["ReportTableWord"][];
            /** @description Whether it is open, done or waived; of waivers: those in force. */
            standing: components["schemas"]["Waiver"][];
        };
        /** @description A part of a list. */
        SearchPage: {
            /** @description One by one. */
            items: components["schemas"]["MessageView"][];
            /** @description what to pass as cursor for the part after this one; null at the end. A part may hold fewer than the limit, even none, and still have one. */
            next?: string | null;
        };
        /** @description How many messages of a route stand at a stage. */
        SearchStanding: {
            /**
             * Format: int64
             * @description How many messages.
             */
            messages: number;
            /** @description One direction between two handlers: Chain:0x…>Chain:0x…. */
            route?: components["schemas"]["MessageRouteView"] | null;
            /** @description Where it stands. */
            stage: string;
        };
        /** @description How many messages stand where. */
        SearchSummary: {
            /** @description false when there were too many to count: since is then later than asked */
            complete: boolean;
            /** @description One by one. */
            items: components["schemas"]["SearchStanding"][];
            /**
             * Format: date-time
             * @description of those sent since then
             */
            since: string;
        };
        /** @description Numbers that were passed over. */
        SequenceHole: {
            /**
             * Format: int64
             * @description block of the number before
             */
            afterBlock: number;
            /**
             * Format: int64
             * @description block of the number after
             */
            beforeBlock: number;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            destination: string;
            /**
             * Format: int64
             * @description first missing number
             */
            from: number;
            /**
             * Format: date-time
             * @description Since when.
             */
            since: string;
            /**
             * Format: int64
             * @description last missing number
             */
            to: number;
        };
        /** @description In the token's smallest unit. */
        SettlementAllowanceView: {
            /**
             * Format: token-amount
             * @description The token's smallest unit, decimal digits.
             * @example 25000000
             */
            current: string;
            /** @description false when no approval has to come first */
            needed: boolean;
            /**
             * Format: token-amount
             * @description The token's smallest unit, decimal digits.
             * @example 25000000
             */
            required: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            spender: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            token: string;
        };
        /** @description A payment of BTC. */
        SettlementDepositView: {
            /** @description asks for the address, which is the receiver's for ever; the answer also says the least amount */
            address: components["schemas"]["SettlementStep"];
            /**
             * Format: token-amount
             * @description The token's smallest unit, decimal digits.
             * @example 25000000
             */
            amount: string;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            handler: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            receiver: string;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            vault: string;
        };
        /** @description What a user wants to send. Either a quote is asked for with it, or one that was given is used. */
        SettlementRequest: {
            /** @description Who is paid by a withdrawal to Bitcoin */
            btcAddress?: string | null;
            /** @description Of a route without tokens: calldata of the handler's own function, hexadecimal */
            call?: string | null;
            quote?: components["schemas"]["QuoteRequest"] | null;
            /** @description a quote that was given and has not expired */
            quoteId?: string | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            receiver?: string | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            sender: string;
        };
        /** @description A call of this API. */
        SettlementStep: {
            /** @description The body. */
            body: {
                [key: string]: string;
            };
            /** @description The method. */
            method: string;
            /** @description The path. */
            path: string;
        };
        /** @description An unsigned transaction. */
        SettlementTransactionView: {
            /**
             * Format: int64
             * @description where it is sent
             */
            chainId: number;
            /** @description selector and arguments, hexadecimal */
            data: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            from: string;
            /**
             * Format: int64
             * @description Units of gas.
             */
            gas: number;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            to: string;
            /**
             * Format: int32
             * @description 2 (EIP-1559) where the chain has a base fee, else 0
             */
            type: number;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            value: string;
        };
        /** @description What the user's wallet signs and sends: approve, prepay, send, top up, as far as they are there, each after the one before is in a block. Nobody here holds the user's key. */
        SettlementView: {
            allowance?: components["schemas"]["SettlementAllowanceView"] | null;
            approve?: components["schemas"]["SettlementTransactionView"] | null;
            deposit?: components["schemas"]["SettlementDepositView"] | null;
            /**
             * Format: date-time
             * @description until when the quote is honoured
             */
            expiresAt: string;
            /**
             * @description Which kind it is.
             * @enum {string}
             */
            kind: "TOKENS" | "MESSAGE" | "WITHDRAWAL" | "DEPOSIT";
            prepay?: components["schemas"]["SettlementTransactionView"] | null;
            quote: components["schemas"]["QuoteView"];
            send?: components["schemas"]["SettlementTransactionView"] | null;
            topUp?: components["schemas"]["SettlementTransactionView"] | null;
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid?: string | null;
        };
        /** @description A signed statement. */
        Statement: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Whether the books balance. */
            balanced: boolean;
            /**
             * Format: hash
             * @description A hash of 32 bytes.
             * @example 0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b
             */
            hash: string;
            /**
             * Format: int64
             * @description Counted from 1.
             */
            number: number;
            /** @description The signature, 0x and hexadecimal digits. */
            signature: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            signer: string;
            /** @description A few words for people. */
            text: string;
        };
        /** @description An entry. */
        StatementEntryView: {
            /** @description An account of the ledger. */
            account: string;
            /** @description How much, the smallest unit. */
            amount: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description What caused it. */
            cause: string;
            /** @description The message. */
            txid: string;
        };
        /** @description An account's month. */
        StatementLineView: {
            /** @description An account of the ledger. */
            account: string;
            /** @description At the end of the month, the smallest unit. */
            closing: string;
            /**
             * Format: int64
             * @description One by one, in their order.
             */
            entries: number;
            /** @description In the month, the smallest unit. */
            moved: string;
            /** @description At the beginning of the month, the smallest unit. */
            opening: string;
        };
        /** @description A month (UTC); amounts are signed wei of each account's chain, decimal text. */
        StatementView: {
            /** @description One by one, in their order. */
            entries: components["schemas"]["StatementEntryView"][];
            /** @description opening + moved = closing, for each account */
            lines: components["schemas"]["StatementLineView"][];
            /** @description A month, as 2026-11, UTC. */
            month: string;
            /** @description cursor of the following page of entries; absent on the last */
            next?: string | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            payer: string;
        };
        /** @description A step as a partner asks for it. */
        StepRequest: {
            /** @description decimal text in the smallest unit, of POOL and UNPOOL shares; left out, what the last step before that yields it yielded; for DEPOSIT any */
            amount?: string | null;
            /** @description of POOL: what goes in leg by leg, instead of an amount */
            amounts?: string[] | null;
            /** @description whose books it moves */
            artifact: string;
            /** @description of WITHDRAW and CONVERT: who is paid; for CONVERT the owner's deposit address with the other vault */
            btcAddress?: string | null;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain?: string | null;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            contract?: string | null;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            from?: string | null;
            /**
             * @description Which kind it is.
             * @enum {string}
             */
            kind: "DEPOSIT" | "TRANSFER" | "STAKE" | "UNSTAKE" | "WRAP" | "UNWRAP" | "POOL" | "UNPOOL" | "CONVERT" | "WITHDRAW";
            /**
             * Format: duration
             * @description how long its owner has, ISO 8601; the service's default when left out
             */
            patience?: string | null;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            to?: string | null;
            /** @description of CONVERT: the other artifact */
            toArtifact?: string | null;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            toChain?: string | null;
        };
        /** @description Something that stands still. */
        Stop: {
            /** @description who stopped it */
            actor: string;
            /** @description for humans */
            detail: string;
            /**
             * @description PAUSED by an operator, PAUSED_ON_CHAIN by a guardian, REORG by an observer
             * @enum {string}
             */
            reason: "SIGNATURES_MISSING" | "GAS_UNDECIDED" | "UNDERFUNDED" | "UNKNOWN_ROUTE" | "ROUTE_CLOSED" | "CHAIN_NOT_SERVED" | "LIMIT" | "LIQUIDITY" | "PAUSED" | "PAUSED_ON_CHAIN" | "REORG" | "RPC" | "HANDLER_REVERTED" | "REVERTED" | "GAS_PRICE" | "GAS_LIMIT" | "KEY_WITHOUT_FUNDS" | "NONCE_TAKEN" | "UNMENTIONED" | "EXPIRED";
            /**
             * @description What it holds: a chain, a route or a handler.
             * @enum {string}
             */
            scope: "CHAIN" | "ROUTE" | "HANDLER";
            /** @description whether it only reports what it would have held */
            shadow: boolean;
            /**
             * Format: date-time
             * @description Since when.
             */
            since: string;
            /** @description a chain's name, a route or a handler, as its scope writes it */
            subject: string;
        };
        /** @description A part of the audit. */
        StopAuditPage: {
            /** @description One by one. */
            items: components["schemas"]["AuditLine"][];
            /** @description What to ask with for the part after this one; null at the end. */
            next?: string | null;
        };
        /** @description A wish to stop something. */
        StopBody: {
            /** @description why, for the audit and the timelines of held messages */
            because: string;
            /**
             * @description What it holds: a chain, a route or a handler.
             * @enum {string}
             */
            scope: "CHAIN" | "ROUTE" | "HANDLER";
            /** @description true to report only what would have been held */
            shadow?: boolean | null;
            /** @description a chain's name, Chain:0x…>Chain:0x… or Chain:0x… */
            subject: string;
        };
        /** @description What the books of an artifact add up to. Amounts are signed decimal text in the token's smallest unit and are changes since the books began: what was there before is not in them. */
        SupplyView: {
            /** @description The artifact whose books it belongs to. */
            artifact: string;
            /** @description whether total is what was expected and every settled message adds up */
            balanced: boolean;
            /** @description accounts of each chain: holders, escrow, issuance, liquidity; they sum to zero */
            chains: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            /** @description what of the total messages under way explain: between arrival and end an amount is there twice */
            expected: string;
            /** @description in escrow for messages that have not ended, the token's smallest unit */
            inFlight: string;
            /** @description with holders and in escrow, over all chains, the token's smallest unit */
            total: string;
            /**
             * Format: int64
             * @description settled messages whose bookings do not add up
             */
            unproved: number;
        };
        /** @description A token that a handler in the book moves, as its own contract names it. Others may have the same symbol: the address is what it is known by. */
        TokenState: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: int32
             * @description digits after the point
             */
            decimals: number;
            /**
             * Format: handler
             * @description A handler on a chain; a vault of Bitcoin's has 64 digits.
             * @example Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
             */
            handler: string;
            /** @description printable ASCII */
            symbol: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            token: string;
        };
        /** @description What a handler is tried with. A handler of tokens needs none of it where the book has a route to it. */
        TrialBody: {
            /**
             * Format: int64
             * @description what an ordinary delivery may use; what the settlement contract gives when left out
             */
            gas?: number | null;
            /** @description a message as its peer sends it, the whole MessageV1; made here for tokens when left out */
            message?: string | null;
            /**
             * Format: int32
             * @description of the sample, 0 to 6
             */
            payloadType?: number | null;
            /** @description whose messages it takes, as Chain:0x…; that of its first active route when left out */
            peer?: string | null;
            /** @description call data that makes it send a message; made here for tokens when left out */
            send?: string | null;
        };
        /** @description Who signs for a destination, as an operator describes it. */
        ValidatorsBody: {
            /**
             * Format: int64
             * @description the number of the set; counted by the book when left out
             */
            epoch?: number | null;
            /**
             * Format: int32
             * @description how many signatures make a quorum certificate
             */
            required: number;
            /** @description Who signs. */
            validators: string[];
        };
        /** @description Who signs for a destination. */
        ValidatorSetState: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /**
             * Format: int64
             * @description number of the set on its chain; a later set has a larger one
             */
            epoch: number;
            /**
             * Format: int32
             * @description how many distinct signatures make a quorum certificate
             */
            required: number;
            /** @description the addresses they sign with */
            validators: string[];
        };
        /** @description A version of a chain's report. */
        Version: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * @description why there is a new one
             * @enum {string}
             */
            because: "RUN" | "WAIVER";
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /** @description whether everything was looked at, not some areas alone */
            complete: boolean;
            counts: components["schemas"]["VersionCounts"];
            /** @description SHA-256 of its canonical JSON, in hex */
            digest: string;
            /**
             * Format: int32
             * @description the version it is measured by; null for the first
             */
            measure?: number | null;
            /**
             * Format: uuid
             * @description where its findings are from
             */
            run: string;
            /** @description whose chain */
            subject: string;
            /**
             * @description What came of it.
             * @enum {string}
             */
            verdict: "PASS" | "FAIL" | "WAIVED" | "UNKNOWN";
            /**
             * Format: int32
             * @description from 1
             */
            version: number;
            /** @description what stands worse than there */
            worse: components["schemas"]["VersionWorse"][];
        };
        /** @description How many requirements stand how. */
        VersionCounts: {
            /**
             * Format: int32
             * @description What is broken: a count, or why the run broke off.
             */
            broken: number;
            /**
             * Format: int32
             * @description How many are met.
             */
            met: number;
            /**
             * Format: int32
             * @description How many could not be judged.
             */
            unknown: number;
            /**
             * Format: int32
             * @description How many are waived.
             */
            waived: number;
        };
        /** @description A requirement that stands worse than before. */
        VersionWorse: {
            /**
             * @description What the part before said as next.
             * @enum {string}
             */
            after: "PASS" | "FAIL" | "WAIVED" | "UNKNOWN";
            /**
             * @description What the part before said as next.
             * @enum {string}
             */
            before: "PASS" | "FAIL" | "WAIVED" | "UNKNOWN";
            /** @description A requirement's id, for instance EVM-FIN-1. */
            requirement: string;
        };
        /** @description One of them. */
        WaitingMessage: {
            /** @description Why: a word of a closed list, or a sentence for people. */
            reason?: string | null;
            /** @description One direction between two handlers: Chain:0x…>Chain:0x…. */
            route: string;
            /**
             * Format: date-time
             * @description when it last changed
             */
            since: string;
            /**
             * @description Where it stands.
             * @enum {string}
             */
            stage: "OBSERVED" | "FINAL" | "ADMITTED" | "DELIVERING" | "DELIVERED" | "CALLING_BACK" | "SETTLED" | "REFUSED" | "WAITING_FOR_GAS" | "HELD" | "PARKED" | "EXPIRED" | "ORPHANED";
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid: string;
        };
        /** @description An operator accepts that a requirement is not met or not known. */
        Waiver: {
            /** @description who accepts it */
            by: string;
            /** @description why that is accepted */
            reason: string;
            /** @description its id */
            requirement: string;
        };
        /** @description One of them; each alone is enough. */
        WaysToPayWayToPay: {
            /** @description whose account it is paid into, and gets back what is left */
            account: string;
            /**
             * Format: wei
             * @description Wei: the smallest unit of the chain's native token, decimal digits.
             * @example 1250000000000000
             */
            amount: string;
            /** @description the vault's function */
            call: string;
            /**
             * Format: chain
             * @description The name of a chain.
             * @example Ethereum
             */
            chain: string;
            /** @description its calldata, ready to be sent */
            data: string;
            /**
             * Format: address
             * @description An account or contract on an EVM chain.
             * @example 0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c
             */
            vault: string;
        };
        /** @description A webhook as its owner sees it. */
        Webhook: {
            /** @description of which artifact, instead of messages; with none of these, of messages that the owner's payers sent */
            artifact?: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /** @description A line of text of your own. */
            description: string;
            /**
             * Format: date-time
             * @description the first failure after the last success
             */
            failingSince?: string | null;
            /**
             * Format: date-time
             * @description until then the former secret signs as well
             */
            formerSecretUntil?: string | null;
            /** @description of which handler's messages, Chain:0x… */
            handler?: string | null;
            /** @description Its id. */
            id: string;
            /** @description why it is disabled */
            reason?: string | null;
            /** @description of which route's messages, Chain:0x…>Chain:0x… */
            route?: string | null;
            /** @description shown when it is made, never again */
            secret?: string | null;
            /** @description of lines only that bring a message to one of these; of all when empty */
            stages: string[];
            /**
             * @description ACTIVE or DISABLED
             * @enum {string}
             */
            state: "ACTIVE" | "DISABLED";
            /** @description of which events it hears; of all when empty */
            types: string[];
            /** @description An address on the web. */
            url: string;
        };
        /** @description One message, or those sent from then until then. */
        WebhookAgain: {
            /**
             * Format: date-time
             * @description Where it begins.
             */
            from?: string | null;
            /**
             * Format: date-time
             * @description Where it ends.
             */
            to?: string | null;
            /**
             * Format: txid
             * @description A message's txid, the same on every chain.
             * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
             */
            txid?: string | null;
        };
        /** @description What is to be otherwise; what is left out stays, an empty handler, route or artifact goes. Who names one of the three takes the others away. */
        WebhookChanged: {
            /** @description The artifact whose books it belongs to. */
            artifact?: string | null;
            /** @description A line of text of your own. */
            description?: string | null;
            /** @description A handler at either end: Chain:0x…. */
            handler?: string | null;
            /** @description One direction between two handlers: Chain:0x…>Chain:0x…. */
            route?: string | null;
            /** @description What may pass in a window at each stage, the token's smallest unit. */
            stages?: string[] | null;
            /** @description Where it stands. */
            state?: ("ACTIVE" | "DISABLED") | null;
            /** @description Words of a timeline; all when left out. */
            types?: string[] | null;
            /** @description An address on the web. */
            url?: string | null;
        };
        /** @description All of them. */
        WebhookListed: {
            /** @description One by one. */
            items: components["schemas"]["Webhook"][];
        };
        /** @description A part of the log; next is the cursor of the part after it, null at the end. */
        WebhookLog: {
            /** @description One by one. */
            items: components["schemas"]["LoggedDelivery"][];
            /** @description What to ask with for the part after this one; null at the end. */
            next?: string | null;
        };
        /** @description The answer to a ping: under which id it is found in the log. */
        WebhookPinged: {
            /** @description The event's id. */
            eventId: string;
        };
        /** @description The answer to a replay: how many deliveries wait again. */
        WebhookQueued: {
            /**
             * Format: int32
             * @description How many deliveries were queued.
             */
            queued: number;
        };
        /** @description What is asked for; a handler, a route, an artifact or none of them. */
        WebhookWanted: {
            /** @description The artifact whose books it belongs to. */
            artifact?: string | null;
            /** @description A line of text of your own. */
            description?: string | null;
            /** @description A handler at either end: Chain:0x…. */
            handler?: string | null;
            /** @description One direction between two handlers: Chain:0x…>Chain:0x…. */
            route?: string | null;
            /** @description What may pass in a window at each stage, the token's smallest unit. */
            stages?: string[] | null;
            /** @description Words of a timeline; all when left out. */
            types?: string[] | null;
            /** @description An address on the web. */
            url: string;
        };
        /** @description Why an operator decides something; for the audit. */
        WithdrawalBecauseBody: {
            /** @description Why, for the audit. */
            because: string;
        };
        /** @description A part of the list. */
        WithdrawalPage: {
            /** @description One by one. */
            items: components["schemas"]["PayoutReportOne"][];
            /** @description what to pass as after for the part after this one; null at the end */
            next?: string | null;
        };
    };
    responses: {
        /** @description `invalid-after`, `invalid-request` */
        Problem400InvalidAfterOrInvalidRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid-amount`, `invalid-payload`, `invalid-receiver`, `invalid-request`, `malformed-body` */
        Problem400InvalidAmountOrInvalidPayloadOrInvalidReceiverOrInvalidRequestOrMalformedBody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid-cursor`, `invalid-request` */
        Problem400InvalidCursorOrInvalidRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid-description`, `invalid-filter`, `invalid-request`, `invalid-types`, `invalid-url`, `malformed-body` */
        Problem400InvalidDescriptionOrInvalidFilterOrInvalidRequestOrInvalidTypesOrInvalidUrlOrMalformedBody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid-last-event-id`, `invalid-request` */
        Problem400InvalidLastEventIdOrInvalidRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid-limit`, `invalid-request` */
        Problem400InvalidLimitOrInvalidRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid-request` */
        Problem400InvalidRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid-request`, `malformed-body` */
        Problem400InvalidRequestOrMalformedBody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid-request`, `malformed-body`, `not-a-handler`, `unknown-area` */
        Problem400InvalidRequestOrMalformedBodyOrNotAHandlerOrUnknownArea: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid-request`, `malformed-body`, `reasons-missing` */
        Problem400InvalidRequestOrMalformedBodyOrReasonsMissing: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid-request`, `malformed-body`, `specification-too-long` */
        Problem400InvalidRequestOrMalformedBodyOrSpecificationTooLong: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthenticated` */
        Problem401Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `chain-of-another`, `forbidden` */
        Problem403ChainOfAnotherOrForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `forbidden` */
        Problem403Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `forbidden`, `not-your-account` */
        Problem403ForbiddenOrNotYourAccount: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `no-statement` */
        Problem404NoStatement: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-application` */
        Problem404UnknownApplication: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-application`, `unknown-chain`, `unknown-handler` */
        Problem404UnknownApplicationOrUnknownChainOrUnknownHandler: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-application`, `unknown-chain`, `unknown-handler`, `unknown-report` */
        Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-application`, `unknown-chain`, `unknown-handler`, `unknown-requirement` */
        Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownRequirement: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-application`, `unknown-chain`, `unknown-handler`, `unknown-run` */
        Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownRun: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-artifact` */
        Problem404UnknownArtifact: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-chain` */
        Problem404UnknownChain: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-deposit` */
        Problem404UnknownDeposit: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-key` */
        Problem404UnknownKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-message` */
        Problem404UnknownMessage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-plan` */
        Problem404UnknownPlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-primitive` */
        Problem404UnknownPrimitive: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-registration` */
        Problem404UnknownRegistration: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-webhook` */
        Problem404UnknownWebhook: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unknown-withdrawal` */
        Problem404UnknownWithdrawal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `chain-not-asked`, `conformance-under-way`, `not-from-this-stage` */
        Problem409ChainNotAskedOrConformanceUnderWayOrNotFromThisStage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `insufficient-liquidity`, `message-already-sent`, `minting-stopped` */
        Problem409InsufficientLiquidityOrMessageAlreadySentOrMintingStopped: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `message-not-held`, `message-not-parked` */
        Problem409MessageNotHeldOrMessageNotParked: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-waived` */
        Problem409NotWaived: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `retired` */
        Problem409Retired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `route-taken`, `token-taken` */
        Problem409RouteTakenOrTokenTaken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `wrong-state` */
        Problem409WrongState: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `claim-expired`, `duplicate-validators`, `handler-without-owner`, `same-chain-route`, `threshold-out-of-range`, `token-not-moved`, `unknown-chain`, `unknown-handler` */
        Problem422ClaimExpiredOrDuplicateValidatorsOrHandlerWithoutOwnerOrSameChainRouteOrThresholdOutOfRangeOrTokenNotMovedOrUnknownChainOrUnknownHandler: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `declaration-invalid`, `message-missing`, `not-forkable`, `peer-unknown` */
        Problem422DeclarationInvalidOrMessageMissingOrNotForkableOrPeerUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `nothing-to-tell`, `target-forbidden`, `target-not-https`, `target-unknown` */
        Problem422NothingToTellOrTargetForbiddenOrTargetNotHttpsOrTargetUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `vault-not-paid-here` */
        Problem422VaultNotPaidHere: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `checks-busy` */
        Problem429ChecksBusy: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `checks-busy`, `too-many-registrations` */
        Problem429ChecksBusyOrTooManyRegistrations: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `conformance-busy`, `conformance-too-soon` */
        Problem429ConformanceBusyOrConformanceTooSoon: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too-many-streams` */
        Problem429TooManyStreams: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `chain-not-asked`, `nodes-too-slow`, `service-unavailable` */
        Problem503ChainNotAskedOrNodesTooSlowOrServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `chain-unavailable`, `exposure-exceeded`, `price-contradictory`, `price-stale`, `registry-not-loaded`, `service-unavailable`, `signer-unavailable` */
        Problem503ChainUnavailableOrExposureExceededOrPriceContradictoryOrPriceStaleOrRegistryNotLoadedOrServiceUnavailableOrSignerUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `chain-unavailable`, `service-unavailable` */
        Problem503ChainUnavailableOrServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `fork-unavailable`, `service-unavailable` */
        Problem503ForkUnavailableOrServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `nodes-too-slow`, `service-unavailable` */
        Problem503NodesTooSlowOrServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `service-unavailable` */
        Problem503ServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `service-unavailable`, `signing-key-missing` */
        Problem503ServiceUnavailableOrSigningKeyMissing: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `webhooks-off` */
        Problem503WebhooksOff: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApprovals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 1,
                     *         "action": "REDRIVE",
                     *         "txids": [
                     *           "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f"
                     *         ],
                     *         "limit": 1,
                     *         "amount": "25000000",
                     *         "reason": "LIMIT",
                     *         "requestedBy": "ops-anna",
                     *         "requestedAt": "2026-11-22T09:30:00Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ApprovalRequest"][];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    approveRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "because": "Maintenance of the destination's nodes"
                 *     }
                 */
                "application/json": components["schemas"]["DeskBecauseBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "approval": 1,
                     *       "messages": [
                     *         {
                     *           "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *           "outcome": "SUCCESS",
                     *           "stage": "OBSERVED",
                     *           "restarted": [
                     *             "DELIVER"
                     *           ],
                     *           "trial": {
                     *             "Ethereum": "trial"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DeskAnswer"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `unknown-approval`, `unknown-limit` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `same-operator` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    rejectRequest: {
        parameters: {
            query: {
                /** @description Why, for the audit. */
                because: string;
            };
            header?: never;
            path: {
                /** @description Its id. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `unknown-approval` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listArtifacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "artifact": "btc",
                     *         "handlers": [
                     *           {
                     *             "handler": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *             "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *             "decimals": 8,
                     *             "mode": "MINT_BURN",
                     *             "status": "ACTIVE"
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ArtifactView"][];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getArtifactBalances: {
        parameters: {
            query?: {
                /** @description When. */
                at?: string;
            };
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "artifact": "btc",
                     *       "seq": 128,
                     *       "hash": "0x9b1c3e5f7a9b2d4f6e8c0a1b3d5f7e9c2b4d6f8a0c1e3b5d7f9a2c4e6b8d0f1a",
                     *       "chains": {
                     *         "Ethereum": {
                     *           "Ethereum": "chains"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["HistoryBalancesView"];
                };
            };
            /** @description `invalid-request`, `invalid-time` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listBaskets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "chain": "Ethereum",
                     *         "contract": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "block": 21450123,
                     *         "shares": "100000000",
                     *         "legs": [
                     *           {
                     *             "artifact": "btc",
                     *             "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *             "ratio": "1.000",
                     *             "reserve": "25000000",
                     *             "owed": "0",
                     *             "openTickets": "0",
                     *             "perShare": "100000000",
                     *             "unbonding": 1
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["BasketView"][];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownArtifact"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listArtifactBookings: {
        parameters: {
            query?: {
                /** @description The message. */
                txid?: string;
            };
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "artifact": "btc",
                     *       "entries": [
                     *         {
                     *           "txid": "0x4f8d1f0c5d1c1a7e0b6c2e9a3f7d5b8c6a4e2d0f9b7c5a3e1d8f6b4c2a0e9d7b",
                     *           "seq": 128,
                     *           "movement": "ESCROW",
                     *           "chain": "Ethereum",
                     *           "account": "payer:0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *           "amount": "25000000",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ],
                     *       "sum": "25000000",
                     *       "unbooked": "0"
                     *     }
                     */
                    "application/json": components["schemas"]["BookingsView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownArtifact"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listImbalances: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "imbalance": {
                     *           "number": 1,
                     *           "findings": [
                     *             "findings"
                     *           ],
                     *           "difference": "0",
                     *           "raisedAt": "2026-11-22T09:30:00Z",
                     *           "clearedAt": "2026-11-22T09:30:00Z"
                     *         },
                     *         "notes": [
                     *           {
                     *             "by": "ops-anna",
                     *             "text": "The contracts are verified",
                     *             "at": "2026-11-22T09:30:00Z"
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ProofImbalanceView"][];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    addImbalanceNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
                /** @description Counted from 1. */
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "The contracts are verified"
                 *     }
                 */
                "application/json": components["schemas"]["ProofNoteBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "by": "ops-anna",
                     *         "text": "The contracts are verified",
                     *         "at": "2026-11-22T09:30:00Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ImbalanceNote"][];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `unknown-imbalance` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listArtifactLiquidity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "from": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *         "to": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *         "available": "180000000",
                     *         "stopped": "stopped"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["LiquidityRouteView"][];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listArtifactOrders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "chain": "Ethereum",
                     *         "to": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "data": "0x095ea7b3",
                     *         "imbalance": 1,
                     *         "report": {
                     *           "progress": "NO_GUARDIAN",
                     *           "guardian": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "txHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["OrderView"][];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownArtifact"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    signReserveStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": 1,
                     *       "at": "2026-11-22T09:30:00Z",
                     *       "text": "The contracts are verified",
                     *       "hash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "signer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "signature": "0x3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b1b",
                     *       "balanced": false
                     *     }
                     */
                    "application/json": components["schemas"]["Statement"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownArtifact"];
            /** @description `no-signing-key` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getReserveStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
                /** @description Counted from 1. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": 1,
                     *       "at": "2026-11-22T09:30:00Z",
                     *       "text": "The contracts are verified",
                     *       "hash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "signer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "signature": "0x3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b1b",
                     *       "balanced": false
                     *     }
                     */
                    "application/json": components["schemas"]["Statement"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404NoStatement"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getLatestReserveStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "number": 1,
                     *       "at": "2026-11-22T09:30:00Z",
                     *       "text": "The contracts are verified",
                     *       "hash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "signer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "signature": "0x3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b1b",
                     *       "balanced": false
                     *     }
                     */
                    "application/json": components["schemas"]["Statement"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404NoStatement"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getArtifactSupply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "artifact": "btc",
                     *       "chains": {
                     *         "Ethereum": {
                     *           "Ethereum": "chains"
                     *         }
                     *       },
                     *       "total": "1650000000000000",
                     *       "inFlight": "0",
                     *       "expected": "200",
                     *       "unproved": 1,
                     *       "balanced": false
                     *     }
                     */
                    "application/json": components["schemas"]["SupplyView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownArtifact"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    verifyArtifactBooks: {
        parameters: {
            query?: {
                /** @description What the part before said as next. */
                after?: number;
                /** @description Most of them in one answer. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "artifact": "btc",
                     *       "whole": false,
                     *       "from": 1,
                     *       "to": 1,
                     *       "broken": 1,
                     *       "wrongBalances": [
                     *         "0"
                     *       ],
                     *       "next": 1
                     *     }
                     */
                    "application/json": components["schemas"]["HistoryVerifiedView"];
                };
            };
            /** @description `invalid-range`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getPayoutProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
                /** @description The message. */
                txid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *       "address": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *       "amount": 1,
                     *       "paid": 1,
                     *       "fee": 1840,
                     *       "btcTxid": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "vout": 1,
                     *       "block": 21450123
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentTablePayout"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `not-paid` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getAsyncApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AsyncAPI 3.0 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    getAsyncApiYaml: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AsyncAPI 3.0 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /**
                 * @description The name of a partner or operator
                 * @example alice
                 */
                actor?: string;
                /**
                 * @description The id of a key or sign-in
                 * @example stl_5f0c2a9be1d34768
                 */
                credential?: string;
                /** @description next of the part before */
                cursor?: string;
                /** @description Most of them in one answer. */
                limit?: number;
                /** @description The X-Request-Id of the change */
                requestId?: string;
                /**
                 * @description Asked for then or later
                 * @example 2026-11-22T00:00:00Z
                 */
                since?: string;
                /** @description Asked for before */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 1,
                     *           "at": "2026-11-22T09:30:00Z",
                     *           "actor": "alice",
                     *           "credential": "stl_5f0c2a9be1d34768",
                     *           "scopes": "operator",
                     *           "method": "POST",
                     *           "path": "/v1/stops",
                     *           "requestId": "requestId",
                     *           "template": "template",
                     *           "status": 202,
                     *           "tookMs": 1
                     *         }
                     *       ],
                     *       "next": "1763803800000000"
                     *     }
                     */
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            400: components["responses"]["Problem400InvalidCursorOrInvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
        };
    };
    listChains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "chain": "Ethereum",
                     *           "family": "EVM",
                     *           "profile": "LEGACY",
                     *           "chainId": 8453,
                     *           "settlement": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "gasService": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "verifier": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "status": "ACTIVE",
                     *           "at": "2026-11-22T09:30:00Z",
                     *           "network": "TESTNET"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsChainState"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getChain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is called. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chain": "Ethereum",
                     *       "family": "EVM",
                     *       "profile": "LEGACY",
                     *       "chainId": 8453,
                     *       "settlement": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "gasService": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "verifier": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "status": "ACTIVE",
                     *       "at": "2026-11-22T09:30:00Z",
                     *       "network": "TESTNET"
                     *     }
                     */
                    "application/json": components["schemas"]["ChainState"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownChain"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    putChain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is called. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "chainId": 8453,
                 *       "settlement": "0xa513e6e4b8f2a923d98304ec87f64353c4d5c853",
                 *       "gasService": "0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                 *       "verifier": "0x90f79bf6eb2c4f870365e785982e1f101e93b906"
                 *     }
                 */
                "application/json": components["schemas"]["ChainBody"];
            };
        };
        responses: {
            /** @description Changed, or as it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chain": "Ethereum",
                     *       "family": "EVM",
                     *       "profile": "LEGACY",
                     *       "chainId": 8453,
                     *       "settlement": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "gasService": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "verifier": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "status": "ACTIVE",
                     *       "at": "2026-11-22T09:30:00Z",
                     *       "network": "TESTNET"
                     *     }
                     */
                    "application/json": components["schemas"]["ChainState"];
                };
            };
            /** @description New in the book */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chain": "Ethereum",
                     *       "family": "EVM",
                     *       "profile": "LEGACY",
                     *       "chainId": 8453,
                     *       "settlement": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "gasService": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "verifier": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "status": "ACTIVE",
                     *       "at": "2026-11-22T09:30:00Z",
                     *       "network": "TESTNET"
                     *     }
                     */
                    "application/json": components["schemas"]["ChainState"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `retired`, `settlement-taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bitcoin-chain-name`, `chain-name-not-prefix-safe` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listChainProviders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is called. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "window": "PT15M",
                     *       "at": "2026-11-22T09:30:00Z",
                     *       "items": [
                     *         {
                     *           "provider": "8f14e45fceea167a",
                     *           "chain": "Ethereum",
                     *           "chainId": 8453,
                     *           "name": "acme",
                     *           "operator": "ops-anna",
                     *           "watched": false,
                     *           "watchedSince": "2026-11-22T09:30:00Z",
                     *           "lastProbeAt": "2026-11-22T09:30:00Z",
                     *           "uptime": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "down": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "errors": {
                     *             "Ethereum": 1
                     *           },
                     *           "latencyP50": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "latencyP95": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "latencyP99": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "lagMean": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "lagMost": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "lagMostBlocks": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "disagreements": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "omittedLogs": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "throughput": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "soakFailures": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "breached": [
                     *             {
                     *               "level": "ANSWERS",
                     *               "bound": "1800000000000000",
                     *               "found": "200",
                     *               "since": "2026-11-22T09:30:00Z"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProvidersView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownChain"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listChainConformanceRequirements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subject": "Ethereum",
                     *       "mayRun": false,
                     *       "mayWaive": false,
                     *       "items": [
                     *         {
                     *           "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *           "area": "EVM",
                     *           "title": "Blocks are final in time",
                     *           "text": "The contracts are verified",
                     *           "mandatory": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DemandsView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandler"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    compareChainConformanceReports: {
        parameters: {
            query: {
                /** @description Where it begins. */
                from: string;
                /** @description Where it ends. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listChainConformanceReports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "subject": "Ethereum",
                     *           "version": 1,
                     *           "run": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *           "chain": "Ethereum",
                     *           "because": "RUN",
                     *           "complete": false,
                     *           "verdict": "PASS",
                     *           "counts": {
                     *             "met": 1,
                     *             "broken": 1,
                     *             "waived": 1,
                     *             "unknown": 1
                     *           },
                     *           "digest": "0x9b1c3e5f7a9b2d4f6e8c0a1b3d5f7e9c2b4d6f8a0c1e3b5d7f9a2c4e6b8d0f1a",
                     *           "measure": 1,
                     *           "worse": [
                     *             {
                     *               "requirement": "EVM-01",
                     *               "before": "PASS",
                     *               "after": "PASS"
                     *             }
                     *           ],
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsVersion"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandler"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getChainConformanceReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subject": "Ethereum",
                     *       "version": 1,
                     *       "run": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "chain": "Ethereum",
                     *       "because": "RUN",
                     *       "complete": false,
                     *       "verdict": "PASS",
                     *       "counts": {
                     *         "met": 1,
                     *         "broken": 1,
                     *         "waived": 1,
                     *         "unknown": 1
                     *       },
                     *       "digest": "0x9b1c3e5f7a9b2d4f6e8c0a1b3d5f7e9c2b4d6f8a0c1e3b5d7f9a2c4e6b8d0f1a",
                     *       "measure": 1,
                     *       "worse": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "before": "PASS",
                     *           "after": "PASS"
                     *         }
                     *       ],
                     *       "at": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Version"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getChainConformanceBadge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getChainConformanceReportHtml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getChainConformanceReportJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getChainConformanceReportSignature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailableOrSigningKeyMissing"];
        };
    };
    getChainConformanceReportPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listChainConformanceRuns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *           "chain": "chain",
                     *           "state": "WAITING",
                     *           "cause": "REQUESTED",
                     *           "actor": "ops-anna",
                     *           "areas": [
                     *             "EVM"
                     *           ],
                     *           "suite": "0.1.0",
                     *           "done": 1,
                     *           "all": 1,
                     *           "askedAt": "2026-11-22T09:30:00Z",
                     *           "beganAt": "2026-11-22T09:30:00Z",
                     *           "endedAt": "2026-11-22T09:30:00Z",
                     *           "broken": "broken",
                     *           "findings": [
                     *             {
                     *               "requirement": "EVM-01",
                     *               "verdict": "PASS",
                     *               "reason": "LIMIT",
                     *               "at": "2026-11-22T09:30:00Z",
                     *               "tookMs": 1
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsRunView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandler"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    startChainConformanceRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "areas": [
                 *         "EVM"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RunBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "chain": "chain",
                     *       "state": "WAITING",
                     *       "cause": "REQUESTED",
                     *       "actor": "ops-anna",
                     *       "areas": [
                     *         "EVM"
                     *       ],
                     *       "suite": "0.1.0",
                     *       "done": 1,
                     *       "all": 1,
                     *       "askedAt": "2026-11-22T09:30:00Z",
                     *       "beganAt": "2026-11-22T09:30:00Z",
                     *       "endedAt": "2026-11-22T09:30:00Z",
                     *       "broken": "broken",
                     *       "findings": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "verdict": "PASS",
                     *           "reason": "LIMIT",
                     *           "at": "2026-11-22T09:30:00Z",
                     *           "tookMs": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RunView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBodyOrNotAHandlerOrUnknownArea"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandler"];
            409: components["responses"]["Problem409ChainNotAskedOrConformanceUnderWayOrNotFromThisStage"];
            422: components["responses"]["Problem422DeclarationInvalidOrMessageMissingOrNotForkableOrPeerUnknown"];
            429: components["responses"]["Problem429ConformanceBusyOrConformanceTooSoon"];
            503: components["responses"]["Problem503ForkUnavailableOrServiceUnavailable"];
        };
    };
    getChainConformanceRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The run's id. */
                run: string;
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "chain": "chain",
                     *       "state": "WAITING",
                     *       "cause": "REQUESTED",
                     *       "actor": "ops-anna",
                     *       "areas": [
                     *         "EVM"
                     *       ],
                     *       "suite": "0.1.0",
                     *       "done": 1,
                     *       "all": 1,
                     *       "askedAt": "2026-11-22T09:30:00Z",
                     *       "beganAt": "2026-11-22T09:30:00Z",
                     *       "endedAt": "2026-11-22T09:30:00Z",
                     *       "broken": "broken",
                     *       "findings": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "verdict": "PASS",
                     *           "reason": "LIMIT",
                     *           "at": "2026-11-22T09:30:00Z",
                     *           "tookMs": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RunView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownRun"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listChainConformanceWaivers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "standing": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "reason": "LIMIT",
                     *           "by": "ops-anna"
                     *         }
                     *       ],
                     *       "said": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "waived": false,
                     *           "reason": "LIMIT",
                     *           "actor": "ops-anna",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RunWaiversView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandler"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    waiveChainConformanceRequirement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A requirement's id, for instance EVM-FIN-1. */
                requirement: string;
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "LIMIT"
                 *     }
                 */
                "application/json": components["schemas"]["RunReasonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "standing": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "reason": "LIMIT",
                     *           "by": "ops-anna"
                     *         }
                     *       ],
                     *       "said": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "waived": false,
                     *           "reason": "LIMIT",
                     *           "actor": "ops-anna",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RunWaiversView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownRequirement"];
            409: components["responses"]["Problem409NotWaived"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    endChainConformanceWaiver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A requirement's id, for instance EVM-FIN-1. */
                requirement: string;
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "LIMIT"
                 *     }
                 */
                "application/json": components["schemas"]["RunReasonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "standing": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "reason": "LIMIT",
                     *           "by": "ops-anna"
                     *         }
                     *       ],
                     *       "said": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "waived": false,
                     *           "reason": "LIMIT",
                     *           "actor": "ops-anna",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RunWaiversView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownRequirement"];
            409: components["responses"]["Problem409NotWaived"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description What the part before said as next. */
                before?: number;
                /** @description Most of them in one answer. */
                limit?: number;
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": 1,
                     *           "at": "2026-11-22T09:30:00Z",
                     *           "actor": "ops-anna",
                     *           "action": "REVIEW",
                     *           "subject": "Ethereum",
                     *           "reason": "LIMIT",
                     *           "result": "ADDED"
                     *         }
                     *       ],
                     *       "next": "1763803800000000"
                     *     }
                     */
                    "application/json": components["schemas"]["StopAuditPage"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listDeposits: {
        parameters: {
            query?: {
                /** @description What the part before said as next. */
                after?: string;
                /** @description Most of them in one answer. */
                limit?: number;
                /** @description Where it stands. */
                state?: "SEEN" | "FINAL" | "TOO_SMALL" | "UNASSIGNED" | "WITHDRAWN";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "btcTxid": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "vout": 1,
                     *           "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *           "address": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *           "handler": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *           "recipient": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "amount": 1,
                     *           "state": "SEEN",
                     *           "block": 21450123,
                     *           "blockHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "confirmations": 12,
                     *           "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *           "round": 1,
                     *           "seenAt": "2026-11-22T09:30:00Z",
                     *           "finalAt": "2026-11-22T09:30:00Z"
                     *         }
                     *       ],
                     *       "next": "1763803800000000"
                     *     }
                     */
                    "application/json": components["schemas"]["DepositPage"];
                };
            };
            400: components["responses"]["Problem400InvalidAfterOrInvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getDeposit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A Bitcoin output: transaction, colon, output number. */
                output: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deposit": {
                     *         "btcTxid": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *         "vout": 1,
                     *         "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *         "address": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *         "handler": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *         "recipient": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "amount": 1,
                     *         "state": "SEEN",
                     *         "block": 21450123,
                     *         "blockHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *         "confirmations": 12,
                     *         "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *         "round": 1,
                     *         "seenAt": "2026-11-22T09:30:00Z",
                     *         "finalAt": "2026-11-22T09:30:00Z"
                     *       },
                     *       "outcome": "SUCCESS",
                     *       "toldAgain": [
                     *         {
                     *           "round": 1,
                     *           "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *           "by": "ops-anna",
                     *           "because": "Maintenance of the destination's nodes",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DepositShown"];
                };
            };
            /** @description `invalid-output`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownDeposit"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    tellDepositAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A Bitcoin output: transaction, colon, output number. */
                output: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "because": "Maintenance of the destination's nodes"
                 *     }
                 */
                "application/json": components["schemas"]["DepositBecauseBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deposit": {
                     *         "btcTxid": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *         "vout": 1,
                     *         "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *         "address": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *         "handler": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *         "recipient": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "amount": 1,
                     *         "state": "SEEN",
                     *         "block": 21450123,
                     *         "blockHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *         "confirmations": 12,
                     *         "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *         "round": 1,
                     *         "seenAt": "2026-11-22T09:30:00Z",
                     *         "finalAt": "2026-11-22T09:30:00Z"
                     *       },
                     *       "outcome": "SUCCESS",
                     *       "toldAgain": [
                     *         {
                     *           "round": 1,
                     *           "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *           "by": "ops-anna",
                     *           "because": "Maintenance of the destination's nodes",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DepositShown"];
                };
            };
            /** @description `invalid-output`, `invalid-request`, `malformed-body` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownDeposit"];
            /** @description `deposit-changed`, `deposit-given-up`, `deposit-never-right`, `deposit-not-ended`, `deposit-not-final`, `deposit-stands`, `deposit-succeeded`, `deposit-told-too-often` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `chain-not-configured` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `handler-does-not-answer`, `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEquivocations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *         "kind": "RECEIVE",
                     *         "validator": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "one": {
                     *           "digest": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "root": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "signature": "0x3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b1b"
                     *         },
                     *         "other": {
                     *           "digest": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "root": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "signature": "0x3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b1b"
                     *         },
                     *         "seenAt": "2026-11-22T09:30:00Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Equivocation"][];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listGasProofs: {
        parameters: {
            query?: {
                /** @description A block's number. */
                block?: number;
                /** @description The name of a chain. */
                chain?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "chain": "Ethereum",
                     *         "account": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "subject": "Ethereum",
                     *         "block": 21450123,
                     *         "blockHash": "0x9b1c3e5f7a9b2d4f6e8c0a1b3d5f7e9c2b4d6f8a0c1e3b5d7f9a2c4e6b8d0f1a",
                     *         "books": "25000000",
                     *         "onChain": "25000000",
                     *         "difference": "0",
                     *         "agrees": false,
                     *         "provedAt": "2026-11-22T09:30:00Z",
                     *         "since": "2026-11-22T09:30:00Z",
                     *         "detail": "It goes on when the destination's finality is reached"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ProofView"][];
                };
            };
            /** @description `chain-missing`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownChain"];
            /** @description `not-proved-yet` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-unavailable`, `state-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bookGasDeposit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "chain": "Ethereum",
                 *       "txHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b"
                 *     }
                 */
                "application/json": components["schemas"]["ProofDepositRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownChain"];
            /** @description `not-final` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-deposit` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ChainUnavailableOrServiceUnavailable"];
        };
    };
    getGasAccount: {
        parameters: {
            query?: {
                /** @description What the ledger said then */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description The message. */
                txid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *       "asOf": "2026-11-22T09:30:00Z",
                     *       "balances": {
                     *         "Ethereum": "balances"
                     *       },
                     *       "entries": [
                     *         {
                     *           "account": "PAYER",
                     *           "chain": "Ethereum",
                     *           "party": "acme",
                     *           "amount": "25000000",
                     *           "cause": "PREPAID",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PastView"] | components["schemas"]["GasView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownMessage"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getGasReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The message. */
                txid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": {
                     *         "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *         "state": "ACTIVE",
                     *         "route": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
                     *         "sender": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "terms": {
                     *           "required": "1250000000000000",
                     *           "quoteId": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *           "waiver": "",
                     *           "rateSource": "2500.00",
                     *           "rateDestination": "2500.00",
                     *           "marginBps": 1000,
                     *           "refundFee": "1250000000000000"
                     *         },
                     *         "costs": [
                     *           {
                     *             "leg": "DESTINATION",
                     *             "chain": "Ethereum",
                     *             "txHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *             "blockNumber": 21450123,
                     *             "submitter": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *             "gasUsed": 138000,
                     *             "gasPrice": "1250000000000000",
                     *             "dataFee": "1250000000000000",
                     *             "fee": "1250000000000000",
                     *             "members": 1,
                     *             "stranger": false,
                     *             "charge": "1250000000000000"
                     *           }
                     *         ],
                     *         "spent": "1250000000000000",
                     *         "margin": "1250000000000000",
                     *         "overrun": "1250000000000000",
                     *         "accounts": [
                     *           {
                     *             "chain": "Ethereum",
                     *             "payer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *             "payments": [
                     *               {
                     *                 "txHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *                 "blockNumber": 21450123,
                     *                 "logIndex": 42,
                     *                 "amount": "1250000000000000"
                     *               }
                     *             ],
                     *             "settled": "1250000000000000",
                     *             "due": "1250000000000000",
                     *             "way": "PREPAID",
                     *             "refund": {
                     *               "txHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *               "blockNumber": 21450123,
                     *               "logIndex": 42,
                     *               "amount": "1250000000000000"
                     *             }
                     *           }
                     *         ]
                     *       },
                     *       "receipts": [
                     *         {
                     *           "chain": "Ethereum",
                     *           "vault": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *           "payer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "prepaid": "1250000000000000",
                     *           "spent": "1250000000000000",
                     *           "refund": "1250000000000000",
                     *           "leaf": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "tree": {
                     *             "root": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *             "count": 1,
                     *             "uri": "https://acme.example/audit.pdf",
                     *             "builtAt": "2026-11-22T09:30:00Z",
                     *             "publishedAt": "2026-11-22T09:30:00Z",
                     *             "publishedTx": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b"
                     *           },
                     *           "claim": {
                     *             "function": "approve(address,uint256)",
                     *             "root": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *             "proof": [],
                     *             "data": "0x095ea7b3"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownMessage"];
            /** @description `not-ended` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listHandlers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "handler": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *           "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "decimals": 8,
                     *           "mode": "MINT_BURN",
                     *           "artifact": "btc",
                     *           "status": "ACTIVE",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsHandlerState"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getHandler: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The address on its chain. */
                address: string;
                /** @description The name of a chain. */
                chain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "MessageSettled",
                     *       "handler": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *       "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "decimals": 8,
                     *       "mode": "MINT_BURN",
                     *       "artifact": "btc",
                     *       "status": "ACTIVE",
                     *       "at": "2026-11-22T09:30:00Z",
                     *       "conformance": {
                     *         "run": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *         "version": 1,
                     *         "verdict": "PASS",
                     *         "at": "2026-11-22T09:30:00Z",
                     *         "codeHash": "0x9b1c3e5f7a9b2d4f6e8c0a1b3d5f7e9c2b4d6f8a0c1e3b5d7f9a2c4e6b8d0f1a",
                     *         "stale": false
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["HandlerView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `unknown-handler` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    putHandler: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The address on its chain. */
                address: string;
                /** @description The name of a chain. */
                chain: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                 *       "decimals": 8,
                 *       "mode": "LOCK_MINT",
                 *       "artifact": "btc"
                 *     }
                 */
                "application/json": components["schemas"]["HandlerBody"];
            };
        };
        responses: {
            /** @description Changed, or as it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "handler": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *       "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "decimals": 8,
                     *       "mode": "MINT_BURN",
                     *       "artifact": "btc",
                     *       "status": "ACTIVE",
                     *       "at": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["HandlerState"];
                };
            };
            /** @description New in the book */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "handler": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *       "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "decimals": 8,
                     *       "mode": "MINT_BURN",
                     *       "artifact": "btc",
                     *       "status": "ACTIVE",
                     *       "at": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["HandlerState"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            409: components["responses"]["Problem409Retired"];
            /** @description `handler-not-an-address`, `not-a-vault`, `unknown-chain`, `unknown-handler` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listHandlerConformanceRequirements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subject": "Ethereum",
                     *       "mayRun": false,
                     *       "mayWaive": false,
                     *       "items": [
                     *         {
                     *           "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *           "area": "EVM",
                     *           "title": "Blocks are final in time",
                     *           "text": "The contracts are verified",
                     *           "mandatory": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DemandsView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandler"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    compareHandlerConformanceReports: {
        parameters: {
            query: {
                /** @description Where it begins. */
                from: string;
                /** @description Where it ends. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listHandlerConformanceReports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "subject": "Ethereum",
                     *           "version": 1,
                     *           "run": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *           "chain": "Ethereum",
                     *           "because": "RUN",
                     *           "complete": false,
                     *           "verdict": "PASS",
                     *           "counts": {
                     *             "met": 1,
                     *             "broken": 1,
                     *             "waived": 1,
                     *             "unknown": 1
                     *           },
                     *           "digest": "0x9b1c3e5f7a9b2d4f6e8c0a1b3d5f7e9c2b4d6f8a0c1e3b5d7f9a2c4e6b8d0f1a",
                     *           "measure": 1,
                     *           "worse": [
                     *             {
                     *               "requirement": "EVM-01",
                     *               "before": "PASS",
                     *               "after": "PASS"
                     *             }
                     *           ],
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsVersion"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandler"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getHandlerConformanceReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subject": "Ethereum",
                     *       "version": 1,
                     *       "run": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "chain": "Ethereum",
                     *       "because": "RUN",
                     *       "complete": false,
                     *       "verdict": "PASS",
                     *       "counts": {
                     *         "met": 1,
                     *         "broken": 1,
                     *         "waived": 1,
                     *         "unknown": 1
                     *       },
                     *       "digest": "0x9b1c3e5f7a9b2d4f6e8c0a1b3d5f7e9c2b4d6f8a0c1e3b5d7f9a2c4e6b8d0f1a",
                     *       "measure": 1,
                     *       "worse": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "before": "PASS",
                     *           "after": "PASS"
                     *         }
                     *       ],
                     *       "at": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Version"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getHandlerConformanceBadge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getHandlerConformanceReportHtml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getHandlerConformanceReportJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getHandlerConformanceReportSignature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailableOrSigningKeyMissing"];
        };
    };
    getHandlerConformanceReportPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listHandlerConformanceRuns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *           "chain": "chain",
                     *           "state": "WAITING",
                     *           "cause": "REQUESTED",
                     *           "actor": "ops-anna",
                     *           "areas": [
                     *             "EVM"
                     *           ],
                     *           "suite": "0.1.0",
                     *           "done": 1,
                     *           "all": 1,
                     *           "askedAt": "2026-11-22T09:30:00Z",
                     *           "beganAt": "2026-11-22T09:30:00Z",
                     *           "endedAt": "2026-11-22T09:30:00Z",
                     *           "broken": "broken",
                     *           "findings": [
                     *             {
                     *               "requirement": "EVM-01",
                     *               "verdict": "PASS",
                     *               "reason": "LIMIT",
                     *               "at": "2026-11-22T09:30:00Z",
                     *               "tookMs": 1
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsRunView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandler"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    startHandlerConformanceRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["RunBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "chain": "chain",
                     *       "state": "WAITING",
                     *       "cause": "REQUESTED",
                     *       "actor": "ops-anna",
                     *       "areas": [
                     *         "EVM"
                     *       ],
                     *       "suite": "0.1.0",
                     *       "done": 1,
                     *       "all": 1,
                     *       "askedAt": "2026-11-22T09:30:00Z",
                     *       "beganAt": "2026-11-22T09:30:00Z",
                     *       "endedAt": "2026-11-22T09:30:00Z",
                     *       "broken": "broken",
                     *       "findings": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "verdict": "PASS",
                     *           "reason": "LIMIT",
                     *           "at": "2026-11-22T09:30:00Z",
                     *           "tookMs": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RunView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBodyOrNotAHandlerOrUnknownArea"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandler"];
            409: components["responses"]["Problem409ChainNotAskedOrConformanceUnderWayOrNotFromThisStage"];
            422: components["responses"]["Problem422DeclarationInvalidOrMessageMissingOrNotForkableOrPeerUnknown"];
            429: components["responses"]["Problem429ConformanceBusyOrConformanceTooSoon"];
            503: components["responses"]["Problem503ForkUnavailableOrServiceUnavailable"];
        };
    };
    getHandlerConformanceRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The run's id. */
                run: string;
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "chain": "chain",
                     *       "state": "WAITING",
                     *       "cause": "REQUESTED",
                     *       "actor": "ops-anna",
                     *       "areas": [
                     *         "EVM"
                     *       ],
                     *       "suite": "0.1.0",
                     *       "done": 1,
                     *       "all": 1,
                     *       "askedAt": "2026-11-22T09:30:00Z",
                     *       "beganAt": "2026-11-22T09:30:00Z",
                     *       "endedAt": "2026-11-22T09:30:00Z",
                     *       "broken": "broken",
                     *       "findings": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "verdict": "PASS",
                     *           "reason": "LIMIT",
                     *           "at": "2026-11-22T09:30:00Z",
                     *           "tookMs": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RunView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownRun"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listHandlerConformanceWaivers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "standing": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "reason": "LIMIT",
                     *           "by": "ops-anna"
                     *         }
                     *       ],
                     *       "said": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "waived": false,
                     *           "reason": "LIMIT",
                     *           "actor": "ops-anna",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RunWaiversView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandler"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    waiveHandlerConformanceRequirement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A requirement's id, for instance EVM-FIN-1. */
                requirement: string;
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "LIMIT"
                 *     }
                 */
                "application/json": components["schemas"]["RunReasonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "standing": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "reason": "LIMIT",
                     *           "by": "ops-anna"
                     *         }
                     *       ],
                     *       "said": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "waived": false,
                     *           "reason": "LIMIT",
                     *           "actor": "ops-anna",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RunWaiversView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownRequirement"];
            409: components["responses"]["Problem409NotWaived"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    endHandlerConformanceWaiver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A requirement's id, for instance EVM-FIN-1. */
                requirement: string;
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "LIMIT"
                 *     }
                 */
                "application/json": components["schemas"]["RunReasonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "standing": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "reason": "LIMIT",
                     *           "by": "ops-anna"
                     *         }
                     *       ],
                     *       "said": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "waived": false,
                     *           "reason": "LIMIT",
                     *           "actor": "ops-anna",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RunWaiversView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownRequirement"];
            409: components["responses"]["Problem409NotWaived"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description What the part before said as next. */
                cursor?: string;
                /** @description Most of them in one answer. */
                limit?: number;
                /** @description Of this partner or operator */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "stl_5f0c2a9be1d34768",
                     *           "name": "acme",
                     *           "label": "label",
                     *           "scopes": [
                     *             "partner"
                     *           ],
                     *           "payers": [
                     *             "payers"
                     *           ],
                     *           "source": "STORED",
                     *           "createdAt": "2026-11-22T09:30:00Z",
                     *           "createdBy": "createdBy",
                     *           "expiresAt": "2026-11-22T09:30:00Z",
                     *           "lastUsedAt": "2026-11-22T09:30:00Z",
                     *           "formerSecretUntil": "2026-11-22T09:30:00Z",
                     *           "revokedAt": "2026-11-22T09:30:00Z",
                     *           "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
                     *         }
                     *       ],
                     *       "next": "1763803800000000"
                     *     }
                     */
                    "application/json": components["schemas"]["KeyListed"];
                };
            };
            400: components["responses"]["Problem400InvalidCursorOrInvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
        };
    };
    makeKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "acme",
                 *       "scopes": [
                 *         "partner"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["KeyWanted"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "stl_5f0c2a9be1d34768",
                     *       "name": "acme",
                     *       "label": "label",
                     *       "scopes": [
                     *         "partner"
                     *       ],
                     *       "payers": [
                     *         "payers"
                     *       ],
                     *       "source": "STORED",
                     *       "createdAt": "2026-11-22T09:30:00Z",
                     *       "createdBy": "createdBy",
                     *       "expiresAt": "2026-11-22T09:30:00Z",
                     *       "lastUsedAt": "2026-11-22T09:30:00Z",
                     *       "formerSecretUntil": "2026-11-22T09:30:00Z",
                     *       "revokedAt": "2026-11-22T09:30:00Z",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
                     *     }
                     */
                    "application/json": components["schemas"]["ListedKey"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `too-many-keys` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-expiry` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "stl_5f0c2a9be1d34768",
                     *       "name": "acme",
                     *       "label": "label",
                     *       "scopes": [
                     *         "partner"
                     *       ],
                     *       "payers": [
                     *         "payers"
                     *       ],
                     *       "source": "STORED",
                     *       "createdAt": "2026-11-22T09:30:00Z",
                     *       "createdBy": "createdBy",
                     *       "expiresAt": "2026-11-22T09:30:00Z",
                     *       "lastUsedAt": "2026-11-22T09:30:00Z",
                     *       "formerSecretUntil": "2026-11-22T09:30:00Z",
                     *       "revokedAt": "2026-11-22T09:30:00Z",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
                     *     }
                     */
                    "application/json": components["schemas"]["ListedKey"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownKey"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownKey"];
            /** @description `key-declared` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKeyLimits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *       "requestsPerSecond": 1,
                     *       "burst": 1,
                     *       "perDay": 1,
                     *       "perMonth": 1,
                     *       "usedToday": 1,
                     *       "usedThisMonth": 1
                     *     }
                     */
                    "application/json": components["schemas"]["LimitShown"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownKey"];
        };
    };
    putKeyLimits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["LimitWanted"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *       "requestsPerSecond": 1,
                     *       "burst": 1,
                     *       "perDay": 1,
                     *       "perMonth": 1,
                     *       "usedToday": 1,
                     *       "usedThisMonth": 1
                     *     }
                     */
                    "application/json": components["schemas"]["LimitShown"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownKey"];
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["KeyRotation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "stl_5f0c2a9be1d34768",
                     *       "name": "acme",
                     *       "label": "label",
                     *       "scopes": [
                     *         "partner"
                     *       ],
                     *       "payers": [
                     *         "payers"
                     *       ],
                     *       "source": "STORED",
                     *       "createdAt": "2026-11-22T09:30:00Z",
                     *       "createdBy": "createdBy",
                     *       "expiresAt": "2026-11-22T09:30:00Z",
                     *       "lastUsedAt": "2026-11-22T09:30:00Z",
                     *       "formerSecretUntil": "2026-11-22T09:30:00Z",
                     *       "revokedAt": "2026-11-22T09:30:00Z",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
                     *     }
                     */
                    "application/json": components["schemas"]["ListedKey"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownKey"];
            /** @description `key-declared`, `key-ended`, `too-many-secrets` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-overlap` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLanes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "lane": "Ethereum/0",
                     *         "submitter": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "lease": {
                     *           "working": false,
                     *           "epoch": 4,
                     *           "until": "2026-11-22T09:30:00Z",
                     *           "paused": false,
                     *           "parked": "0"
                     *         },
                     *         "nonces": {
                     *           "next": 1,
                     *           "chain": 1,
                     *           "gap": 1,
                     *           "foreign": 1
                     *         },
                     *         "purse": {
                     *           "balance": "1250000000000000",
                     *           "low": false,
                     *           "maxFee": "1250000000000000",
                     *           "toppedUp": "1250000000000000",
                     *           "seenAt": "2026-11-22T09:30:00Z"
                     *         },
                     *         "alarms": [
                     *           "alarms"
                     *         ],
                     *         "work": {
                     *           "ready": 1,
                     *           "underfunded": 1,
                     *           "oldestReady": "2026-11-22T09:30:00Z",
                     *           "claimed": 1,
                     *           "sent": 1,
                     *           "mined": 1,
                     *           "parked": 1,
                     *           "inFlight": 1
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["LaneReport"][];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    pauseLane: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a chain. */
                chain: string;
                /** @description The lane's number on its chain, from 0. */
                index: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `lane-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    resumeLane: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a chain. */
                chain: string;
                /** @description The lane's number on its chain, from 0. */
                index: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `lane-not-parked` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getLedgerAccount: {
        parameters: {
            query?: {
                /** @description entries posted by then count; now when left out */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description KIND:Chain or KIND:Chain:0x… */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account": "payer:0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *       "asOf": "2026-11-22T09:30:00Z",
                     *       "balance": "250000000"
                     *     }
                     */
                    "application/json": components["schemas"]["LedgerBalanceView"];
                };
            };
            /** @description `invalid-account`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403ForbiddenOrNotYourAccount"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "limit": {
                     *           "id": 1,
                     *           "kind": "WINDOW",
                     *           "chain": "Ethereum",
                     *           "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "route": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
                     *           "amount": "25000000",
                     *           "duration": "PT15M",
                     *           "shadow": false,
                     *           "source": "OPERATOR",
                     *           "actor": "ops-anna",
                     *           "since": "2026-11-22T09:30:00Z"
                     *         },
                     *         "used": "0",
                     *         "held": 1
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["LimitView"][];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    putLimit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "WINDOW",
                 *       "chain": "Ethereum",
                 *       "token": "0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                 *       "amount": "100000000000",
                 *       "duration": "PT24H",
                 *       "because": "A new route"
                 *     }
                 */
                "application/json": components["schemas"]["LimitBody"];
            };
        };
        responses: {
            /** @description It holds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1,
                     *       "kind": "WINDOW",
                     *       "chain": "Ethereum",
                     *       "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "route": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
                     *       "amount": "25000000",
                     *       "duration": "PT15M",
                     *       "shadow": false,
                     *       "source": "OPERATOR",
                     *       "actor": "ops-anna",
                     *       "since": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Policy"];
                };
            };
            /** @description Four eyes are changed by two: another operator has to approve it */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "approval": 1
                     *     }
                     */
                    "application/json": components["schemas"]["LimitAskedView"];
                };
            };
            /** @description `invalid-amount`, `invalid-duration`, `invalid-request`, `invalid-route`, `invalid-shadow`, `malformed-body` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    deleteLimit: {
        parameters: {
            query: {
                /** @description Why, for the audit. */
                because: string;
            };
            header?: never;
            path: {
                /** @description Its id. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Four eyes are dropped by two: another operator has to approve it */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "approval": 1
                     *     }
                     */
                    "application/json": components["schemas"]["LimitAskedView"];
                };
            };
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `unknown-limit` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit-of-the-registry` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getCaller: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "acme",
                     *       "scopes": [
                     *         "partner"
                     *       ],
                     *       "credential": "credential"
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
        };
    };
    findMessages: {
        parameters: {
            query?: {
                /** @description Who sent or receives: 0x and 40 digits */
                address?: string | null;
                /**
                 * @deprecated
                 * @description The former name of cursor
                 */
                before?: number | null;
                /** @description next of the part before */
                cursor?: string | null;
                /** @description A handler at either end: Chain:0x… */
                handler?: string | null;
                /** @description Most messages of a part; 20 unless said */
                limit?: number | null;
                /** @description SUCCESS or FAILED */
                outcome?: string | null;
                /**
                 * @description A txid, the hash of any of their transactions, an address, a handler or a route
                 * @example 0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC
                 */
                q?: string | null;
                /** @description One direction: Chain:0x…>Chain:0x… */
                route?: string | null;
                /**
                 * @description Sent then or later
                 * @example 2026-11-22T00:00:00Z
                 */
                since?: string | null;
                /** @description Where they stand, for instance PARKED */
                stage?: string | null;
                /** @description The hash of one of their transactions, on any chain */
                tx?: string | null;
                /** @description Sent before */
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *           "stage": "SETTLED",
                     *           "outcome": "SUCCESS",
                     *           "ended": false,
                     *           "sentAt": "2026-11-22T09:30:00Z",
                     *           "updatedAt": "2026-11-22T09:30:00Z",
                     *           "route": {
                     *             "from": "Ethereum",
                     *             "to": "0x90f79bf6eb2c4f870365e785982e1f101e93b906"
                     *           },
                     *           "sender": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *           "transfer": {
                     *             "fromToken": "0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                     *             "toToken": "0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                     *             "receiver": "0x90f79bf6eb2c4f870365e785982e1f101e93b906",
                     *             "amount": "25000000"
                     *           },
                     *           "gas": {
                     *             "required": "1250000000000000",
                     *             "prepaid": "1650000000000000",
                     *             "spent": "1010000000000000",
                     *             "margin": "160000000000000",
                     *             "refunded": "240000000000000"
                     *           },
                     *           "expected": {
                     *             "delivered": {
                     *               "half": "2026-11-22T09:30:00Z",
                     *               "most": "2026-11-22T09:30:00Z"
                     *             },
                     *             "settled": {
                     *               "half": "2026-11-22T09:30:00Z",
                     *               "most": "2026-11-22T09:30:00Z"
                     *             },
                     *             "measured": 1,
                     *             "late": false
                     *           },
                     *           "timeline": [
                     *             {
                     *               "id": 1,
                     *               "type": "MessageSettled",
                     *               "stage": "OBSERVED",
                     *               "at": "2026-11-22T09:30:00Z",
                     *               "chain": "Ethereum",
                     *               "block": 21450123,
                     *               "txHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *               "detail": {
                     *                 "Ethereum": "It goes on when the destination's finality is reached"
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": "1763803800000000"
                     *     }
                     */
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
            /** @description `invalid-cursor`, `invalid-request`, `invalid-search` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
        };
    };
    getMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The message. */
                txid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *       "stage": "SETTLED",
                     *       "outcome": "SUCCESS",
                     *       "ended": false,
                     *       "sentAt": "2026-11-22T09:30:00Z",
                     *       "updatedAt": "2026-11-22T09:30:00Z",
                     *       "route": {
                     *         "from": "Ethereum",
                     *         "to": "0x90f79bf6eb2c4f870365e785982e1f101e93b906"
                     *       },
                     *       "sender": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *       "transfer": {
                     *         "fromToken": "0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                     *         "toToken": "0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                     *         "receiver": "0x90f79bf6eb2c4f870365e785982e1f101e93b906",
                     *         "amount": "25000000"
                     *       },
                     *       "gas": {
                     *         "required": "1250000000000000",
                     *         "prepaid": "1650000000000000",
                     *         "spent": "1010000000000000",
                     *         "margin": "160000000000000",
                     *         "refunded": "240000000000000"
                     *       },
                     *       "expected": {
                     *         "delivered": {
                     *           "half": "2026-11-22T09:30:00Z",
                     *           "most": "2026-11-22T09:30:00Z"
                     *         },
                     *         "settled": {
                     *           "half": "2026-11-22T09:30:00Z",
                     *           "most": "2026-11-22T09:30:00Z"
                     *         },
                     *         "measured": 1,
                     *         "late": false
                     *       },
                     *       "timeline": [
                     *         {
                     *           "id": 1,
                     *           "type": "MessageSettled",
                     *           "stage": "OBSERVED",
                     *           "at": "2026-11-22T09:30:00Z",
                     *           "chain": "Ethereum",
                     *           "block": 21450123,
                     *           "txHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "detail": {
                     *             "Ethereum": "It goes on when the destination's finality is reached"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownMessage"];
        };
    };
    getMessageArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The message. */
                txid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *       "endedAt": "2026-11-22T09:30:00Z",
                     *       "record": "0"
                     *     }
                     */
                    "application/json": components["schemas"]["ArchiveEnded"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `not-archived` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getMessageAttestations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The message. */
                txid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *       "stage": "OBSERVED",
                     *       "reason": "LIMIT",
                     *       "legs": [
                     *         {
                     *           "kind": "RECEIVE",
                     *           "digest": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "required": 1,
                     *           "complete": false,
                     *           "signed": [
                     *             {
                     *               "validator": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "signedAt": "2026-11-22T09:30:00Z",
                     *               "verified": false,
                     *               "root": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b"
                     *             }
                     *           ],
                     *           "missing": [
                     *             "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *           ],
                     *           "rejected": [
                     *             {
                     *               "validator": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "reason": "LIMIT"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AttestationReport"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `message-archived`, `unknown-message` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    streamMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of the last event that arrived; the stream goes on after it. */
                "Last-Event-ID"?: string;
            };
            path: {
                /** @description The message. */
                txid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400InvalidLastEventIdOrInvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownMessage"];
            429: components["responses"]["Problem429TooManyStreams"];
        };
    };
    redriveMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The message. */
                txid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "because": "Maintenance of the destination's nodes"
                 *     }
                 */
                "application/json": components["schemas"]["DeskBecauseBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "approval": 1,
                     *       "messages": [
                     *         {
                     *           "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *           "outcome": "SUCCESS",
                     *           "stage": "OBSERVED",
                     *           "restarted": [
                     *             "DELIVER"
                     *           ],
                     *           "trial": {
                     *             "Ethereum": "trial"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DeskAnswer"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownMessage"];
            409: components["responses"]["Problem409MessageNotHeldOrMessageNotParked"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    releaseMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The message. */
                txid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "because": "Maintenance of the destination's nodes"
                 *     }
                 */
                "application/json": components["schemas"]["DeskBecauseBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "approval": 1,
                     *       "messages": [
                     *         {
                     *           "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *           "outcome": "SUCCESS",
                     *           "stage": "OBSERVED",
                     *           "restarted": [
                     *             "DELIVER"
                     *           ],
                     *           "trial": {
                     *             "Ethereum": "trial"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DeskAnswer"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownMessage"];
            409: components["responses"]["Problem409MessageNotHeldOrMessageNotParked"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    simulateMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The message. */
                txid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *       "trial": {
                     *         "Ethereum": "trial"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DeskSimulation"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownMessage"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    countMessages: {
        parameters: {
            query?: {
                /**
                 * @description Of those sent then or later
                 * @example 2026-11-22T00:00:00Z
                 */
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "since": "2026-11-22T09:30:00Z",
                     *       "complete": false,
                     *       "items": [
                     *         {
                     *           "route": {
                     *             "from": "Ethereum",
                     *             "to": "0x90f79bf6eb2c4f870365e785982e1f101e93b906"
                     *           },
                     *           "stage": "SETTLED",
                     *           "messages": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SearchSummary"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
        };
    };
    listNodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "chain": "Ethereum",
                     *         "quorum": 2,
                     *         "providers": [
                     *           {
                     *             "name": "acme",
                     *             "weight": {
                     *               "configured": 1,
                     *               "percent": 100,
                     *               "why": "The sources agree"
                     *             },
                     *             "state": "IN",
                     *             "why": "The sources agree",
                     *             "remainingSeconds": 1,
                     *             "head": 21450123,
                     *             "lag": 1,
                     *             "p95Millis": 210,
                     *             "calls": 1,
                     *             "requests": 1,
                     *             "failures": {
                     *               "Ethereum": 1
                     *             },
                     *             "disagreements": 1
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ChainScorecard"][];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getObservation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a chain. */
                chain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chain": "Ethereum",
                     *       "head": 21450123,
                     *       "finalHead": 21450111,
                     *       "readFinal": 21450111,
                     *       "readHead": 21450123,
                     *       "lag": 1,
                     *       "certified": [
                     *         {
                     *           "verified": "BLOOM",
                     *           "blocks": 1,
                     *           "logs": 1,
                     *           "from": 1,
                     *           "to": 1,
                     *           "latest": "2026-11-22T09:30:00Z"
                     *         }
                     *       ],
                     *       "gaps": [
                     *         {
                     *           "from": 1,
                     *           "to": 1
                     *         }
                     *       ],
                     *       "backfills": [
                     *         {
                     *           "from": 1,
                     *           "done": 1,
                     *           "until": 1,
                     *           "percent": 100,
                     *           "etaSeconds": 120,
                     *           "startedAt": "2026-11-22T09:30:00Z"
                     *         }
                     *       ],
                     *       "missing": [
                     *         {
                     *           "destination": "Ethereum",
                     *           "from": 1,
                     *           "to": 1,
                     *           "afterBlock": 1,
                     *           "beforeBlock": 1,
                     *           "since": "2026-11-22T09:30:00Z"
                     *         }
                     *       ],
                     *       "awaitingFinality": 1,
                     *       "trouble": [
                     *         "no answer in time"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ObservationReport"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownChain"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listApplications: {
        parameters: {
            query?: {
                /** @description Most of them in one answer. */
                limit?: number;
                /** @description Where it stands. */
                stage?: "APPLIED" | "REVIEWING" | "CALL_SCHEDULED" | "CONFORMANCE" | "TESTNET" | "MAINNET_DEPLOYED" | "LIVE" | "SUSPENDED" | "RETIRED" | "REJECTED" | "WITHDRAWN";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *           "owner": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *           "chain": "chain",
                     *           "chainId": 8453,
                     *           "stage": "APPLIED",
                     *           "appliedAt": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsOnboardingShortView"];
                };
            };
            400: components["responses"]["Problem400InvalidLimitOrInvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    createApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body are answered as before; another body is refused. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "chain": "Ethereum",
                 *       "chainId": 8453,
                 *       "providers": [
                 *         {
                 *           "url": "https://acme.example/settlement",
                 *           "operator": "ops-anna"
                 *         }
                 *       ],
                 *       "contacts": [
                 *         {
                 *           "name": "acme",
                 *           "email": "ops@acme.example"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Paper"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "owner": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *       "stage": "APPLIED",
                     *       "paper": {
                     *         "chain": "Ethereum",
                     *         "chainId": 8453,
                     *         "providers": [
                     *           {
                     *             "url": "https://acme.example/settlement",
                     *             "webSocketUrl": "https://acme.example/settlement",
                     *             "operator": "ops-anna"
                     *           }
                     *         ],
                     *         "contacts": [
                     *           {
                     *             "name": "acme",
                     *             "email": "ops@acme.example"
                     *           }
                     *         ],
                     *         "documents": [
                     *           {
                     *             "kind": "WINDOW",
                     *             "url": "https://acme.example/settlement"
                     *           }
                     *         ],
                     *         "declaration": {}
                     *       },
                     *       "callAt": "2026-11-22T09:30:00Z",
                     *       "appliedAt": "2026-11-22T09:30:00Z",
                     *       "deployments": {
                     *         "Ethereum": {
                     *           "chain": "Ethereum",
                     *           "chainId": 8453,
                     *           "providers": [
                     *             {
                     *               "url": "https://acme.example/settlement",
                     *               "webSocketUrl": "https://acme.example/settlement",
                     *               "operator": "ops-anna"
                     *             }
                     *           ],
                     *           "settlement": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "verifier": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "gasService": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "handlers": [
                     *             {
                     *               "address": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "decimals": 8,
                     *               "mode": "MINT_BURN",
                     *               "counterparts": []
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "stages": [
                     *         {
                     *           "stage": "APPLIED",
                     *           "since": "2026-11-22T09:30:00Z",
                     *           "until": "2026-11-22T09:30:00Z",
                     *           "seconds": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "step": "CONFORMANCE_PASSED",
                     *           "standing": "OPEN",
                     *           "openedAt": "2026-11-22T09:30:00Z",
                     *           "doneAt": "2026-11-22T09:30:00Z",
                     *           "seconds": 1,
                     *           "latest": {
                     *             "step": "CONFORMANCE_PASSED",
                     *             "actor": "ops-anna",
                     *             "verdict": "PASS",
                     *             "findings": [],
                     *             "tookMs": 1,
                     *             "at": "2026-11-22T09:30:00Z"
                     *           }
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "actor": "ops-anna",
                     *           "action": "REVIEW",
                     *           "step": "CONFORMANCE_PASSED",
                     *           "fromStage": "APPLIED",
                     *           "toStage": "APPLIED",
                     *           "said": "said",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplication"];
            /** @description `chain-id-taken`, `chain-name-taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bitcoin-chain-name`, `chain-name-not-prefix-safe`, `declaration-too-large`, `idempotency-key-reused`, `provider-answers-garbage`, `provider-of-another-chain`, `provider-twice`, `provider-url` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `checks-busy`, `too-many-applications` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503NodesTooSlowOrServiceUnavailable"];
        };
    };
    getApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "owner": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *       "stage": "APPLIED",
                     *       "paper": {
                     *         "chain": "Ethereum",
                     *         "chainId": 8453,
                     *         "providers": [
                     *           {
                     *             "url": "https://acme.example/settlement",
                     *             "webSocketUrl": "https://acme.example/settlement",
                     *             "operator": "ops-anna"
                     *           }
                     *         ],
                     *         "contacts": [
                     *           {
                     *             "name": "acme",
                     *             "email": "ops@acme.example"
                     *           }
                     *         ],
                     *         "documents": [
                     *           {
                     *             "kind": "WINDOW",
                     *             "url": "https://acme.example/settlement"
                     *           }
                     *         ],
                     *         "declaration": {}
                     *       },
                     *       "callAt": "2026-11-22T09:30:00Z",
                     *       "appliedAt": "2026-11-22T09:30:00Z",
                     *       "deployments": {
                     *         "Ethereum": {
                     *           "chain": "Ethereum",
                     *           "chainId": 8453,
                     *           "providers": [
                     *             {
                     *               "url": "https://acme.example/settlement",
                     *               "webSocketUrl": "https://acme.example/settlement",
                     *               "operator": "ops-anna"
                     *             }
                     *           ],
                     *           "settlement": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "verifier": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "gasService": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "handlers": [
                     *             {
                     *               "address": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "decimals": 8,
                     *               "mode": "MINT_BURN",
                     *               "counterparts": []
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "stages": [
                     *         {
                     *           "stage": "APPLIED",
                     *           "since": "2026-11-22T09:30:00Z",
                     *           "until": "2026-11-22T09:30:00Z",
                     *           "seconds": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "step": "CONFORMANCE_PASSED",
                     *           "standing": "OPEN",
                     *           "openedAt": "2026-11-22T09:30:00Z",
                     *           "doneAt": "2026-11-22T09:30:00Z",
                     *           "seconds": 1,
                     *           "latest": {
                     *             "step": "CONFORMANCE_PASSED",
                     *             "actor": "ops-anna",
                     *             "verdict": "PASS",
                     *             "findings": [],
                     *             "tookMs": 1,
                     *             "at": "2026-11-22T09:30:00Z"
                     *           }
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "actor": "ops-anna",
                     *           "action": "REVIEW",
                     *           "step": "CONFORMANCE_PASSED",
                     *           "fromStage": "APPLIED",
                     *           "toStage": "APPLIED",
                     *           "said": "said",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplication"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    addApplicationComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "The contracts are verified"
                 *     }
                 */
                "application/json": components["schemas"]["OnboardingTextBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "owner": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *       "stage": "APPLIED",
                     *       "paper": {
                     *         "chain": "Ethereum",
                     *         "chainId": 8453,
                     *         "providers": [
                     *           {
                     *             "url": "https://acme.example/settlement",
                     *             "webSocketUrl": "https://acme.example/settlement",
                     *             "operator": "ops-anna"
                     *           }
                     *         ],
                     *         "contacts": [
                     *           {
                     *             "name": "acme",
                     *             "email": "ops@acme.example"
                     *           }
                     *         ],
                     *         "documents": [
                     *           {
                     *             "kind": "WINDOW",
                     *             "url": "https://acme.example/settlement"
                     *           }
                     *         ],
                     *         "declaration": {}
                     *       },
                     *       "callAt": "2026-11-22T09:30:00Z",
                     *       "appliedAt": "2026-11-22T09:30:00Z",
                     *       "deployments": {
                     *         "Ethereum": {
                     *           "chain": "Ethereum",
                     *           "chainId": 8453,
                     *           "providers": [
                     *             {
                     *               "url": "https://acme.example/settlement",
                     *               "webSocketUrl": "https://acme.example/settlement",
                     *               "operator": "ops-anna"
                     *             }
                     *           ],
                     *           "settlement": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "verifier": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "gasService": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "handlers": [
                     *             {
                     *               "address": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "decimals": 8,
                     *               "mode": "MINT_BURN",
                     *               "counterparts": []
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "stages": [
                     *         {
                     *           "stage": "APPLIED",
                     *           "since": "2026-11-22T09:30:00Z",
                     *           "until": "2026-11-22T09:30:00Z",
                     *           "seconds": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "step": "CONFORMANCE_PASSED",
                     *           "standing": "OPEN",
                     *           "openedAt": "2026-11-22T09:30:00Z",
                     *           "doneAt": "2026-11-22T09:30:00Z",
                     *           "seconds": 1,
                     *           "latest": {
                     *             "step": "CONFORMANCE_PASSED",
                     *             "actor": "ops-anna",
                     *             "verdict": "PASS",
                     *             "findings": [],
                     *             "tookMs": 1,
                     *             "at": "2026-11-22T09:30:00Z"
                     *           }
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "actor": "ops-anna",
                     *           "action": "REVIEW",
                     *           "step": "CONFORMANCE_PASSED",
                     *           "fromStage": "APPLIED",
                     *           "toStage": "APPLIED",
                     *           "said": "said",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplication"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    decideApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "action": "REVIEW"
                 *     }
                 */
                "application/json": components["schemas"]["OnboardingDecisionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "owner": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *       "stage": "APPLIED",
                     *       "paper": {
                     *         "chain": "Ethereum",
                     *         "chainId": 8453,
                     *         "providers": [
                     *           {
                     *             "url": "https://acme.example/settlement",
                     *             "webSocketUrl": "https://acme.example/settlement",
                     *             "operator": "ops-anna"
                     *           }
                     *         ],
                     *         "contacts": [
                     *           {
                     *             "name": "acme",
                     *             "email": "ops@acme.example"
                     *           }
                     *         ],
                     *         "documents": [
                     *           {
                     *             "kind": "WINDOW",
                     *             "url": "https://acme.example/settlement"
                     *           }
                     *         ],
                     *         "declaration": {}
                     *       },
                     *       "callAt": "2026-11-22T09:30:00Z",
                     *       "appliedAt": "2026-11-22T09:30:00Z",
                     *       "deployments": {
                     *         "Ethereum": {
                     *           "chain": "Ethereum",
                     *           "chainId": 8453,
                     *           "providers": [
                     *             {
                     *               "url": "https://acme.example/settlement",
                     *               "webSocketUrl": "https://acme.example/settlement",
                     *               "operator": "ops-anna"
                     *             }
                     *           ],
                     *           "settlement": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "verifier": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "gasService": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "handlers": [
                     *             {
                     *               "address": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "decimals": 8,
                     *               "mode": "MINT_BURN",
                     *               "counterparts": []
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "stages": [
                     *         {
                     *           "stage": "APPLIED",
                     *           "since": "2026-11-22T09:30:00Z",
                     *           "until": "2026-11-22T09:30:00Z",
                     *           "seconds": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "step": "CONFORMANCE_PASSED",
                     *           "standing": "OPEN",
                     *           "openedAt": "2026-11-22T09:30:00Z",
                     *           "doneAt": "2026-11-22T09:30:00Z",
                     *           "seconds": 1,
                     *           "latest": {
                     *             "step": "CONFORMANCE_PASSED",
                     *             "actor": "ops-anna",
                     *             "verdict": "PASS",
                     *             "findings": [],
                     *             "tookMs": 1,
                     *             "at": "2026-11-22T09:30:00Z"
                     *           }
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "actor": "ops-anna",
                     *           "action": "REVIEW",
                     *           "step": "CONFORMANCE_PASSED",
                     *           "fromStage": "APPLIED",
                     *           "toStage": "APPLIED",
                     *           "said": "said",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description `call-time-missing`, `invalid-request`, `malformed-body`, `reason-missing` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplication"];
            /** @description `changed-meanwhile`, `not-from-this-stage`, `nothing-deployed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Problem429ChecksBusy"];
            503: components["responses"]["Problem503NodesTooSlowOrServiceUnavailable"];
        };
    };
    putApplicationDeployment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
                /** @description The test network or the main network. */
                network: "TESTNET" | "MAINNET";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "settlement": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                 *       "verifier": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                 *       "gasService": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                 *       "handlers": [
                 *         {
                 *           "address": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                 *           "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                 *           "decimals": 8,
                 *           "mode": "MINT_BURN",
                 *           "counterparts": [
                 *             "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PaperDeployment"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "owner": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *       "stage": "APPLIED",
                     *       "paper": {
                     *         "chain": "Ethereum",
                     *         "chainId": 8453,
                     *         "providers": [
                     *           {
                     *             "url": "https://acme.example/settlement",
                     *             "webSocketUrl": "https://acme.example/settlement",
                     *             "operator": "ops-anna"
                     *           }
                     *         ],
                     *         "contacts": [
                     *           {
                     *             "name": "acme",
                     *             "email": "ops@acme.example"
                     *           }
                     *         ],
                     *         "documents": [
                     *           {
                     *             "kind": "WINDOW",
                     *             "url": "https://acme.example/settlement"
                     *           }
                     *         ],
                     *         "declaration": {}
                     *       },
                     *       "callAt": "2026-11-22T09:30:00Z",
                     *       "appliedAt": "2026-11-22T09:30:00Z",
                     *       "deployments": {
                     *         "Ethereum": {
                     *           "chain": "Ethereum",
                     *           "chainId": 8453,
                     *           "providers": [
                     *             {
                     *               "url": "https://acme.example/settlement",
                     *               "webSocketUrl": "https://acme.example/settlement",
                     *               "operator": "ops-anna"
                     *             }
                     *           ],
                     *           "settlement": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "verifier": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "gasService": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "handlers": [
                     *             {
                     *               "address": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "decimals": 8,
                     *               "mode": "MINT_BURN",
                     *               "counterparts": []
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "stages": [
                     *         {
                     *           "stage": "APPLIED",
                     *           "since": "2026-11-22T09:30:00Z",
                     *           "until": "2026-11-22T09:30:00Z",
                     *           "seconds": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "step": "CONFORMANCE_PASSED",
                     *           "standing": "OPEN",
                     *           "openedAt": "2026-11-22T09:30:00Z",
                     *           "doneAt": "2026-11-22T09:30:00Z",
                     *           "seconds": 1,
                     *           "latest": {
                     *             "step": "CONFORMANCE_PASSED",
                     *             "actor": "ops-anna",
                     *             "verdict": "PASS",
                     *             "findings": [],
                     *             "tookMs": 1,
                     *             "at": "2026-11-22T09:30:00Z"
                     *           }
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "actor": "ops-anna",
                     *           "action": "REVIEW",
                     *           "step": "CONFORMANCE_PASSED",
                     *           "fromStage": "APPLIED",
                     *           "toStage": "APPLIED",
                     *           "said": "said",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplication"];
            /** @description `not-from-this-stage` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-answers-garbage`, `provider-of-another-chain`, `provider-twice`, `provider-url` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Problem429ChecksBusy"];
            503: components["responses"]["Problem503NodesTooSlowOrServiceUnavailable"];
        };
    };
    admitApplicationNodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "network": "TESTNET"
                 *     }
                 */
                "application/json": components["schemas"]["NodesBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "chain": "Ethereum",
                     *           "providers": [
                     *             {
                     *               "url": "https://acme.example/settlement",
                     *               "webSocketUrl": "wss://rpc.acme.example"
                     *             }
                     *           ],
                     *           "confirmations": 12,
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsNodesState"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplication"];
            /** @description `not-from-this-stage`, `nothing-deployed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider-with-secret` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listApplicationProviders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "window": "PT15M",
                     *       "at": "2026-11-22T09:30:00Z",
                     *       "items": [
                     *         {
                     *           "provider": "8f14e45fceea167a",
                     *           "chain": "Ethereum",
                     *           "chainId": 8453,
                     *           "name": "acme",
                     *           "operator": "ops-anna",
                     *           "watched": false,
                     *           "watchedSince": "2026-11-22T09:30:00Z",
                     *           "lastProbeAt": "2026-11-22T09:30:00Z",
                     *           "uptime": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "down": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "errors": {
                     *             "Ethereum": 1
                     *           },
                     *           "latencyP50": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "latencyP95": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "latencyP99": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "lagMean": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "lagMost": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "lagMostBlocks": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "disagreements": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "omittedLogs": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "throughput": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "soakFailures": {
                     *             "value": 1,
                     *             "unit": "SATS",
                     *             "since": "2026-11-22T09:30:00Z"
                     *           },
                     *           "breached": [
                     *             {
                     *               "level": "ANSWERS",
                     *               "bound": "1800000000000000",
                     *               "found": "200",
                     *               "since": "2026-11-22T09:30:00Z"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProvidersView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplication"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    checkApplicationStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
                /** @description A step of the procedure. */
                step: "CONFORMANCE_PASSED" | "SETTLEMENT_DEPLOYED" | "HANDLER_DEPLOYED" | "LAYER_INTEGRATED" | "MESSAGES_TESTED" | "MAINNET_DEPLOYED";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "owner": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *       "stage": "APPLIED",
                     *       "paper": {
                     *         "chain": "Ethereum",
                     *         "chainId": 8453,
                     *         "providers": [
                     *           {
                     *             "url": "https://acme.example/settlement",
                     *             "webSocketUrl": "https://acme.example/settlement",
                     *             "operator": "ops-anna"
                     *           }
                     *         ],
                     *         "contacts": [
                     *           {
                     *             "name": "acme",
                     *             "email": "ops@acme.example"
                     *           }
                     *         ],
                     *         "documents": [
                     *           {
                     *             "kind": "WINDOW",
                     *             "url": "https://acme.example/settlement"
                     *           }
                     *         ],
                     *         "declaration": {}
                     *       },
                     *       "callAt": "2026-11-22T09:30:00Z",
                     *       "appliedAt": "2026-11-22T09:30:00Z",
                     *       "deployments": {
                     *         "Ethereum": {
                     *           "chain": "Ethereum",
                     *           "chainId": 8453,
                     *           "providers": [
                     *             {
                     *               "url": "https://acme.example/settlement",
                     *               "webSocketUrl": "https://acme.example/settlement",
                     *               "operator": "ops-anna"
                     *             }
                     *           ],
                     *           "settlement": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "verifier": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "gasService": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "handlers": [
                     *             {
                     *               "address": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "decimals": 8,
                     *               "mode": "MINT_BURN",
                     *               "counterparts": []
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "stages": [
                     *         {
                     *           "stage": "APPLIED",
                     *           "since": "2026-11-22T09:30:00Z",
                     *           "until": "2026-11-22T09:30:00Z",
                     *           "seconds": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "step": "CONFORMANCE_PASSED",
                     *           "standing": "OPEN",
                     *           "openedAt": "2026-11-22T09:30:00Z",
                     *           "doneAt": "2026-11-22T09:30:00Z",
                     *           "seconds": 1,
                     *           "latest": {
                     *             "step": "CONFORMANCE_PASSED",
                     *             "actor": "ops-anna",
                     *             "verdict": "PASS",
                     *             "findings": [],
                     *             "tookMs": 1,
                     *             "at": "2026-11-22T09:30:00Z"
                     *           }
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "actor": "ops-anna",
                     *           "action": "REVIEW",
                     *           "step": "CONFORMANCE_PASSED",
                     *           "fromStage": "APPLIED",
                     *           "toStage": "APPLIED",
                     *           "said": "said",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplication"];
            /** @description `changed-meanwhile`, `earlier-steps-open`, `not-from-this-stage`, `nothing-deployed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Problem429ChecksBusy"];
            503: components["responses"]["Problem503NodesTooSlowOrServiceUnavailable"];
        };
    };
    listApplicationStepChecks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
                /** @description A step of the procedure. */
                step: "CONFORMANCE_PASSED" | "SETTLEMENT_DEPLOYED" | "HANDLER_DEPLOYED" | "LAYER_INTEGRATED" | "MESSAGES_TESTED" | "MAINNET_DEPLOYED";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "step": "CONFORMANCE_PASSED",
                     *           "actor": "ops-anna",
                     *           "verdict": "PASS",
                     *           "findings": [
                     *             {
                     *               "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *               "verdict": "PASS",
                     *               "what": "eth_chainId answers the chain id",
                     *               "expected": "200",
                     *               "found": "200"
                     *             }
                     *           ],
                     *           "tookMs": 1,
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsHistoryChecked"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplication"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    waiveApplicationStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
                /** @description A step of the procedure. */
                step: "CONFORMANCE_PASSED" | "SETTLEMENT_DEPLOYED" | "HANDLER_DEPLOYED" | "LAYER_INTEGRATED" | "MESSAGES_TESTED" | "MAINNET_DEPLOYED";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "LIMIT"
                 *     }
                 */
                "application/json": components["schemas"]["OnboardingReasonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "owner": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *       "stage": "APPLIED",
                     *       "paper": {
                     *         "chain": "Ethereum",
                     *         "chainId": 8453,
                     *         "providers": [
                     *           {
                     *             "url": "https://acme.example/settlement",
                     *             "webSocketUrl": "https://acme.example/settlement",
                     *             "operator": "ops-anna"
                     *           }
                     *         ],
                     *         "contacts": [
                     *           {
                     *             "name": "acme",
                     *             "email": "ops@acme.example"
                     *           }
                     *         ],
                     *         "documents": [
                     *           {
                     *             "kind": "WINDOW",
                     *             "url": "https://acme.example/settlement"
                     *           }
                     *         ],
                     *         "declaration": {}
                     *       },
                     *       "callAt": "2026-11-22T09:30:00Z",
                     *       "appliedAt": "2026-11-22T09:30:00Z",
                     *       "deployments": {
                     *         "Ethereum": {
                     *           "chain": "Ethereum",
                     *           "chainId": 8453,
                     *           "providers": [
                     *             {
                     *               "url": "https://acme.example/settlement",
                     *               "webSocketUrl": "https://acme.example/settlement",
                     *               "operator": "ops-anna"
                     *             }
                     *           ],
                     *           "settlement": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "verifier": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "gasService": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "handlers": [
                     *             {
                     *               "address": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "decimals": 8,
                     *               "mode": "MINT_BURN",
                     *               "counterparts": []
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "stages": [
                     *         {
                     *           "stage": "APPLIED",
                     *           "since": "2026-11-22T09:30:00Z",
                     *           "until": "2026-11-22T09:30:00Z",
                     *           "seconds": 1
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "step": "CONFORMANCE_PASSED",
                     *           "standing": "OPEN",
                     *           "openedAt": "2026-11-22T09:30:00Z",
                     *           "doneAt": "2026-11-22T09:30:00Z",
                     *           "seconds": 1,
                     *           "latest": {
                     *             "step": "CONFORMANCE_PASSED",
                     *             "actor": "ops-anna",
                     *             "verdict": "PASS",
                     *             "findings": [],
                     *             "tookMs": 1,
                     *             "at": "2026-11-22T09:30:00Z"
                     *           }
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "actor": "ops-anna",
                     *           "action": "REVIEW",
                     *           "step": "CONFORMANCE_PASSED",
                     *           "fromStage": "APPLIED",
                     *           "toStage": "APPLIED",
                     *           "said": "said",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplication"];
            /** @description `changed-meanwhile`, `earlier-steps-open`, `not-from-this-stage` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listApplicationConformanceRequirements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subject": "Ethereum",
                     *       "mayRun": false,
                     *       "mayWaive": false,
                     *       "items": [
                     *         {
                     *           "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *           "area": "EVM",
                     *           "title": "Blocks are final in time",
                     *           "text": "The contracts are verified",
                     *           "mandatory": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DemandsView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandler"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    compareApplicationConformanceReports: {
        parameters: {
            query: {
                /** @description Where it begins. */
                from: string;
                /** @description Where it ends. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listApplicationConformanceReports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "subject": "Ethereum",
                     *           "version": 1,
                     *           "run": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *           "chain": "Ethereum",
                     *           "because": "RUN",
                     *           "complete": false,
                     *           "verdict": "PASS",
                     *           "counts": {
                     *             "met": 1,
                     *             "broken": 1,
                     *             "waived": 1,
                     *             "unknown": 1
                     *           },
                     *           "digest": "0x9b1c3e5f7a9b2d4f6e8c0a1b3d5f7e9c2b4d6f8a0c1e3b5d7f9a2c4e6b8d0f1a",
                     *           "measure": 1,
                     *           "worse": [
                     *             {
                     *               "requirement": "EVM-01",
                     *               "before": "PASS",
                     *               "after": "PASS"
                     *             }
                     *           ],
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsVersion"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandler"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getApplicationConformanceReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subject": "Ethereum",
                     *       "version": 1,
                     *       "run": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "chain": "Ethereum",
                     *       "because": "RUN",
                     *       "complete": false,
                     *       "verdict": "PASS",
                     *       "counts": {
                     *         "met": 1,
                     *         "broken": 1,
                     *         "waived": 1,
                     *         "unknown": 1
                     *       },
                     *       "digest": "0x9b1c3e5f7a9b2d4f6e8c0a1b3d5f7e9c2b4d6f8a0c1e3b5d7f9a2c4e6b8d0f1a",
                     *       "measure": 1,
                     *       "worse": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "before": "PASS",
                     *           "after": "PASS"
                     *         }
                     *       ],
                     *       "at": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Version"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getApplicationConformanceBadge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getApplicationConformanceReportHtml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getApplicationConformanceReportJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getApplicationConformanceReportSignature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailableOrSigningKeyMissing"];
        };
    };
    getApplicationConformanceReportPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
                /** @description The version's number; of reports also latest. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownReport"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listApplicationConformanceRuns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *           "chain": "chain",
                     *           "state": "WAITING",
                     *           "cause": "REQUESTED",
                     *           "actor": "ops-anna",
                     *           "areas": [
                     *             "EVM"
                     *           ],
                     *           "suite": "0.1.0",
                     *           "done": 1,
                     *           "all": 1,
                     *           "askedAt": "2026-11-22T09:30:00Z",
                     *           "beganAt": "2026-11-22T09:30:00Z",
                     *           "endedAt": "2026-11-22T09:30:00Z",
                     *           "broken": "broken",
                     *           "findings": [
                     *             {
                     *               "requirement": "EVM-01",
                     *               "verdict": "PASS",
                     *               "reason": "LIMIT",
                     *               "at": "2026-11-22T09:30:00Z",
                     *               "tookMs": 1
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsRunView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandler"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    startApplicationConformanceRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["RunBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "chain": "chain",
                     *       "state": "WAITING",
                     *       "cause": "REQUESTED",
                     *       "actor": "ops-anna",
                     *       "areas": [
                     *         "EVM"
                     *       ],
                     *       "suite": "0.1.0",
                     *       "done": 1,
                     *       "all": 1,
                     *       "askedAt": "2026-11-22T09:30:00Z",
                     *       "beganAt": "2026-11-22T09:30:00Z",
                     *       "endedAt": "2026-11-22T09:30:00Z",
                     *       "broken": "broken",
                     *       "findings": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "verdict": "PASS",
                     *           "reason": "LIMIT",
                     *           "at": "2026-11-22T09:30:00Z",
                     *           "tookMs": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RunView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBodyOrNotAHandlerOrUnknownArea"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandler"];
            409: components["responses"]["Problem409ChainNotAskedOrConformanceUnderWayOrNotFromThisStage"];
            422: components["responses"]["Problem422DeclarationInvalidOrMessageMissingOrNotForkableOrPeerUnknown"];
            429: components["responses"]["Problem429ConformanceBusyOrConformanceTooSoon"];
            503: components["responses"]["Problem503ForkUnavailableOrServiceUnavailable"];
        };
    };
    getApplicationConformanceRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The run's id. */
                run: string;
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "chain": "chain",
                     *       "state": "WAITING",
                     *       "cause": "REQUESTED",
                     *       "actor": "ops-anna",
                     *       "areas": [
                     *         "EVM"
                     *       ],
                     *       "suite": "0.1.0",
                     *       "done": 1,
                     *       "all": 1,
                     *       "askedAt": "2026-11-22T09:30:00Z",
                     *       "beganAt": "2026-11-22T09:30:00Z",
                     *       "endedAt": "2026-11-22T09:30:00Z",
                     *       "broken": "broken",
                     *       "findings": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "verdict": "PASS",
                     *           "reason": "LIMIT",
                     *           "at": "2026-11-22T09:30:00Z",
                     *           "tookMs": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RunView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownRun"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listApplicationConformanceWaivers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "standing": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "reason": "LIMIT",
                     *           "by": "ops-anna"
                     *         }
                     *       ],
                     *       "said": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "waived": false,
                     *           "reason": "LIMIT",
                     *           "actor": "ops-anna",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RunWaiversView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandler"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    waiveApplicationConformanceRequirement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A requirement's id, for instance EVM-FIN-1. */
                requirement: string;
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "LIMIT"
                 *     }
                 */
                "application/json": components["schemas"]["RunReasonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "standing": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "reason": "LIMIT",
                     *           "by": "ops-anna"
                     *         }
                     *       ],
                     *       "said": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "waived": false,
                     *           "reason": "LIMIT",
                     *           "actor": "ops-anna",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RunWaiversView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownRequirement"];
            409: components["responses"]["Problem409NotWaived"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    endApplicationConformanceWaiver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A requirement's id, for instance EVM-FIN-1. */
                requirement: string;
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "LIMIT"
                 *     }
                 */
                "application/json": components["schemas"]["RunReasonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "standing": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "reason": "LIMIT",
                     *           "by": "ops-anna"
                     *         }
                     *       ],
                     *       "said": [
                     *         {
                     *           "requirement": "EVM-01",
                     *           "waived": false,
                     *           "reason": "LIMIT",
                     *           "actor": "ops-anna",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RunWaiversView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownApplicationOrUnknownChainOrUnknownHandlerOrUnknownRequirement"];
            409: components["responses"]["Problem409NotWaived"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listDrift: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "subject": "Ethereum",
                     *           "drifted": [
                     *             {
                     *               "what": "eth_chainId answers the chain id",
                     *               "expected": "200",
                     *               "found": "200"
                     *             }
                     *           ],
                     *           "admittedAt": "2026-11-22T09:30:00Z",
                     *           "checkedAt": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsDriftView"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    acceptDrift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "LIMIT"
                 *     }
                 */
                "application/json": components["schemas"]["OnboardingReasonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "subject": "Ethereum",
                     *           "drifted": [
                     *             {
                     *               "what": "eth_chainId answers the chain id",
                     *               "expected": "200",
                     *               "found": "200"
                     *             }
                     *           ],
                     *           "admittedAt": "2026-11-22T09:30:00Z",
                     *           "checkedAt": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsDriftView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `unknown-subject` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `nothing-deployed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Problem429ChecksBusy"];
            503: components["responses"]["Problem503NodesTooSlowOrServiceUnavailable"];
        };
    };
    registerHandler: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The address on its chain. */
                address: string;
                /** @description The name of a chain. */
                chain: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "nonce": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                 *       "expiresAt": "2026-11-22T09:30:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["ClaimBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "handler": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *       "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "decimals": 8,
                     *       "mode": "MINT_BURN",
                     *       "artifact": "btc",
                     *       "status": "ACTIVE",
                     *       "at": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["HandlerState"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `handler-taken`, `nonce-used`, `retired` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim-expired`, `handler-differs`, `handler-not-an-address`, `handler-without-owner`, `not-a-vault`, `not-the-owner`, `unknown-chain`, `unknown-handler` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Problem429ChecksBusy"];
            503: components["responses"]["Problem503ChainNotAskedOrNodesTooSlowOrServiceUnavailable"];
        };
    };
    prepareHandlerClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The address on its chain. */
                address: string;
                /** @description The name of a chain. */
                chain: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "nonce": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                 *       "expiresAt": "2026-11-22T09:30:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["ClaimBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "statement": "I register the handler",
                     *       "digest": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "typedData": {
                     *         "Ethereum": {}
                     *       },
                     *       "typedDigest": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b"
                     *     }
                     */
                    "application/json": components["schemas"]["ClaimStatementView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listAdmittedNodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "chain": "Ethereum",
                     *           "providers": [
                     *             {
                     *               "url": "https://acme.example/settlement",
                     *               "webSocketUrl": "wss://rpc.acme.example"
                     *             }
                     *           ],
                     *           "confirmations": 12,
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsNodesState"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getOnboardingProcedure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "from": "APPLIED",
                     *           "action": "REVIEW",
                     *           "to": "APPLIED",
                     *           "by": "APPLICANT",
                     *           "needsReason": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsOnboardingLineView"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listRegistrations: {
        parameters: {
            query?: {
                /** @description Most of them in one answer. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *           "kind": "ROUTE",
                     *           "subject": "Ethereum",
                     *           "partner": "partner",
                     *           "state": "OPEN",
                     *           "askedAt": "2026-11-22T09:30:00Z",
                     *           "expiresAt": "2026-11-22T09:30:00Z",
                     *           "endedAt": "2026-11-22T09:30:00Z",
                     *           "typedData": {
                     *             "Ethereum": {}
                     *           },
                     *           "digest": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "signatories": [
                     *             {
                     *               "contract": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *               "signer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "partner": "partner",
                     *               "at": "2026-11-22T09:30:00Z"
                     *             }
                     *           ],
                     *           "findings": [
                     *             {
                     *               "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *               "verdict": "PASS",
                     *               "what": "eth_chainId answers the chain id",
                     *               "expected": "200",
                     *               "found": "200"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsRegistrationView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "kind": "ROUTE",
                     *       "subject": "Ethereum",
                     *       "partner": "partner",
                     *       "state": "OPEN",
                     *       "askedAt": "2026-11-22T09:30:00Z",
                     *       "expiresAt": "2026-11-22T09:30:00Z",
                     *       "endedAt": "2026-11-22T09:30:00Z",
                     *       "typedData": {
                     *         "Ethereum": {}
                     *       },
                     *       "digest": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "signatories": [
                     *         {
                     *           "contract": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *           "signer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "partner": "partner",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ],
                     *       "findings": [
                     *         {
                     *           "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *           "verdict": "PASS",
                     *           "what": "eth_chainId answers the chain id",
                     *           "expected": "200",
                     *           "found": "200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RegistrationView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownRegistration"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    signRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "signature": "0x3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b1b"
                 *     }
                 */
                "application/json": components["schemas"]["RegistrationSignatureBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "kind": "ROUTE",
                     *       "subject": "Ethereum",
                     *       "partner": "partner",
                     *       "state": "OPEN",
                     *       "askedAt": "2026-11-22T09:30:00Z",
                     *       "expiresAt": "2026-11-22T09:30:00Z",
                     *       "endedAt": "2026-11-22T09:30:00Z",
                     *       "typedData": {
                     *         "Ethereum": {}
                     *       },
                     *       "digest": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "signatories": [
                     *         {
                     *           "contract": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *           "signer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "partner": "partner",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ],
                     *       "findings": [
                     *         {
                     *           "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *           "verdict": "PASS",
                     *           "what": "eth_chainId answers the chain id",
                     *           "expected": "200",
                     *           "found": "200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RegistrationView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownRegistration"];
            /** @description `handler-taken`, `nonce-used`, `retired`, `route-taken`, `stale-epoch`, `token-taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim-expired`, `duplicate-validators`, `finality-tiers-not-growing`, `finality-tiers-without-amount`, `handler-without-owner`, `not-the-owner`, `registration-differs`, `same-chain-route`, `threshold-out-of-range`, `token-not-moved`, `unknown-chain`, `unknown-handler`, `vault-of-another` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Problem429ChecksBusy"];
            503: components["responses"]["Problem503ChainNotAskedOrNodesTooSlowOrServiceUnavailable"];
        };
    };
    withdrawRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "kind": "ROUTE",
                     *       "subject": "Ethereum",
                     *       "partner": "partner",
                     *       "state": "OPEN",
                     *       "askedAt": "2026-11-22T09:30:00Z",
                     *       "expiresAt": "2026-11-22T09:30:00Z",
                     *       "endedAt": "2026-11-22T09:30:00Z",
                     *       "typedData": {
                     *         "Ethereum": {}
                     *       },
                     *       "digest": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "signatories": [
                     *         {
                     *           "contract": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *           "signer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "partner": "partner",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ],
                     *       "findings": [
                     *         {
                     *           "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *           "verdict": "PASS",
                     *           "what": "eth_chainId answers the chain id",
                     *           "expected": "200",
                     *           "found": "200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RegistrationView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            /** @description `forbidden`, `registration-of-another` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["Problem404UnknownRegistration"];
            /** @description `nonce-used` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim-expired` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    proposeRoute: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                 *       "to": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1"
                 *     }
                 */
                "application/json": components["schemas"]["RegistrationRegisterRouteBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "kind": "ROUTE",
                     *       "subject": "Ethereum",
                     *       "partner": "partner",
                     *       "state": "OPEN",
                     *       "askedAt": "2026-11-22T09:30:00Z",
                     *       "expiresAt": "2026-11-22T09:30:00Z",
                     *       "endedAt": "2026-11-22T09:30:00Z",
                     *       "typedData": {
                     *         "Ethereum": {}
                     *       },
                     *       "digest": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "signatories": [
                     *         {
                     *           "contract": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *           "signer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "partner": "partner",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ],
                     *       "findings": [
                     *         {
                     *           "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *           "verdict": "PASS",
                     *           "what": "eth_chainId answers the chain id",
                     *           "expected": "200",
                     *           "found": "200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RegistrationView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403ChainOfAnotherOrForbidden"];
            404: components["responses"]["Problem404UnknownRegistration"];
            409: components["responses"]["Problem409RouteTakenOrTokenTaken"];
            422: components["responses"]["Problem422ClaimExpiredOrDuplicateValidatorsOrHandlerWithoutOwnerOrSameChainRouteOrThresholdOutOfRangeOrTokenNotMovedOrUnknownChainOrUnknownHandler"];
            429: components["responses"]["Problem429ChecksBusyOrTooManyRegistrations"];
            503: components["responses"]["Problem503NodesTooSlowOrServiceUnavailable"];
        };
    };
    proposeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "handler": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                 *       "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                 *       "symbol": "symbol",
                 *       "decimals": 8
                 *     }
                 */
                "application/json": components["schemas"]["RegistrationRegisterTokenBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "kind": "ROUTE",
                     *       "subject": "Ethereum",
                     *       "partner": "partner",
                     *       "state": "OPEN",
                     *       "askedAt": "2026-11-22T09:30:00Z",
                     *       "expiresAt": "2026-11-22T09:30:00Z",
                     *       "endedAt": "2026-11-22T09:30:00Z",
                     *       "typedData": {
                     *         "Ethereum": {}
                     *       },
                     *       "digest": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "signatories": [
                     *         {
                     *           "contract": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *           "signer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "partner": "partner",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ],
                     *       "findings": [
                     *         {
                     *           "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *           "verdict": "PASS",
                     *           "what": "eth_chainId answers the chain id",
                     *           "expected": "200",
                     *           "found": "200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RegistrationView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403ChainOfAnotherOrForbidden"];
            404: components["responses"]["Problem404UnknownRegistration"];
            409: components["responses"]["Problem409RouteTakenOrTokenTaken"];
            422: components["responses"]["Problem422ClaimExpiredOrDuplicateValidatorsOrHandlerWithoutOwnerOrSameChainRouteOrThresholdOutOfRangeOrTokenNotMovedOrUnknownChainOrUnknownHandler"];
            429: components["responses"]["Problem429ChecksBusyOrTooManyRegistrations"];
            503: components["responses"]["Problem503NodesTooSlowOrServiceUnavailable"];
        };
    };
    proposeValidators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "chain": "Ethereum",
                 *       "required": 1,
                 *       "validators": [
                 *         "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RegistrationRegisterValidatorsBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "kind": "ROUTE",
                     *       "subject": "Ethereum",
                     *       "partner": "partner",
                     *       "state": "OPEN",
                     *       "askedAt": "2026-11-22T09:30:00Z",
                     *       "expiresAt": "2026-11-22T09:30:00Z",
                     *       "endedAt": "2026-11-22T09:30:00Z",
                     *       "typedData": {
                     *         "Ethereum": {}
                     *       },
                     *       "digest": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "signatories": [
                     *         {
                     *           "contract": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *           "signer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "partner": "partner",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ],
                     *       "findings": [
                     *         {
                     *           "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *           "verdict": "PASS",
                     *           "what": "eth_chainId answers the chain id",
                     *           "expected": "200",
                     *           "found": "200"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RegistrationView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403ChainOfAnotherOrForbidden"];
            404: components["responses"]["Problem404UnknownRegistration"];
            409: components["responses"]["Problem409RouteTakenOrTokenTaken"];
            422: components["responses"]["Problem422ClaimExpiredOrDuplicateValidatorsOrHandlerWithoutOwnerOrSameChainRouteOrThresholdOutOfRangeOrTokenNotMovedOrUnknownChainOrUnknownHandler"];
            429: components["responses"]["Problem429ChecksBusyOrTooManyRegistrations"];
            503: components["responses"]["Problem503NodesTooSlowOrServiceUnavailable"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    getOpenApiYaml: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
        };
    };
    listPlans: {
        parameters: {
            query?: {
                /** @description What the part before said as next. */
                after?: number;
                /** @description Most of them in one answer. */
                limit?: number;
                /** @description Whose it is. */
                owner?: string;
                /** @description Where it stands. */
                state?: "RUNNING" | "DONE" | "COMPENSATING" | "COMPENSATED";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plans": [
                     *         {
                     *           "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *           "owner": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "state": "RUNNING",
                     *           "reason": "LIMIT",
                     *           "createdAt": "2026-11-22T09:30:00Z",
                     *           "endedAt": "2026-11-22T09:30:00Z",
                     *           "staying": [
                     *             1
                     *           ],
                     *           "steps": [
                     *             {
                     *               "position": 1,
                     *               "kind": "DEPOSIT",
                     *               "artifact": "btc",
                     *               "chain": "Ethereum",
                     *               "state": "WAITING",
                     *               "reason": "LIMIT",
                     *               "amount": "25000000",
                     *               "takesFrom": 1,
                     *               "compensates": 1,
                     *               "reversible": false,
                     *               "readyAt": "2026-11-22T09:30:00Z",
                     *               "expiresAt": "2026-11-22T09:30:00Z",
                     *               "endedAt": "2026-11-22T09:30:00Z",
                     *               "yields": {
                     *                 "Ethereum": "yields"
                     *               },
                     *               "calls": [],
                     *               "payTo": {
                     *                 "service": "gas-service",
                     *                 "method": "eth_getLogs",
                     *                 "path": "/v1/quotes",
                     *                 "body": {
                     *                   "Ethereum": "body"
                     *                 }
                     *               },
                     *               "facts": []
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": "1763803800000000"
                     *     }
                     */
                    "application/json": components["schemas"]["PlanPageView"];
                };
            };
            400: components["responses"]["Problem400InvalidLimitOrInvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    createPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body are answered as before; another body is refused. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "owner": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                 *       "steps": [
                 *         {
                 *           "kind": "DEPOSIT",
                 *           "artifact": "btc"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PlanBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "owner": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "state": "RUNNING",
                     *       "reason": "LIMIT",
                     *       "createdAt": "2026-11-22T09:30:00Z",
                     *       "endedAt": "2026-11-22T09:30:00Z",
                     *       "staying": [
                     *         1
                     *       ],
                     *       "steps": [
                     *         {
                     *           "position": 1,
                     *           "kind": "DEPOSIT",
                     *           "artifact": "btc",
                     *           "chain": "Ethereum",
                     *           "state": "WAITING",
                     *           "reason": "LIMIT",
                     *           "amount": "25000000",
                     *           "takesFrom": 1,
                     *           "compensates": 1,
                     *           "reversible": false,
                     *           "readyAt": "2026-11-22T09:30:00Z",
                     *           "expiresAt": "2026-11-22T09:30:00Z",
                     *           "endedAt": "2026-11-22T09:30:00Z",
                     *           "yields": {
                     *             "Ethereum": "yields"
                     *           },
                     *           "calls": [
                     *             {
                     *               "chain": "Ethereum",
                     *               "chainId": 8453,
                     *               "to": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "data": "0x095ea7b3",
                     *               "value": "1650000000000000",
                     *               "valueFrom": "total",
                     *               "ask": {
                     *                 "service": "gas-service",
                     *                 "method": "eth_getLogs",
                     *                 "path": "/v1/quotes",
                     *                 "body": {
                     *                   "Ethereum": "body"
                     *                 }
                     *               },
                     *               "does": "does"
                     *             }
                     *           ],
                     *           "payTo": {
                     *             "service": "gas-service",
                     *             "method": "eth_getLogs",
                     *             "path": "/v1/quotes",
                     *             "body": {
                     *               "Ethereum": "body"
                     *             }
                     *           },
                     *           "facts": [
                     *             {
                     *               "fact": "MessageDelivered",
                     *               "chain": "Ethereum",
                     *               "block": 21450123,
                     *               "txHash": "0x9b1c3e5f7a9b2d4f6e8c0a1b3d5f7e9c2b4d6f8a0c1e3b5d7f9a2c4e6b8d0f1a",
                     *               "takenAt": "2026-11-22T09:30:00Z"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownPlan"];
            /** @description `idempotency-key-reused`, `impossible-step`, `patience-out-of-range`, `too-many-steps` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-plans` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ChainUnavailableOrServiceUnavailable"];
        };
    };
    getPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "owner": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "state": "RUNNING",
                     *       "reason": "LIMIT",
                     *       "createdAt": "2026-11-22T09:30:00Z",
                     *       "endedAt": "2026-11-22T09:30:00Z",
                     *       "staying": [
                     *         1
                     *       ],
                     *       "steps": [
                     *         {
                     *           "position": 1,
                     *           "kind": "DEPOSIT",
                     *           "artifact": "btc",
                     *           "chain": "Ethereum",
                     *           "state": "WAITING",
                     *           "reason": "LIMIT",
                     *           "amount": "25000000",
                     *           "takesFrom": 1,
                     *           "compensates": 1,
                     *           "reversible": false,
                     *           "readyAt": "2026-11-22T09:30:00Z",
                     *           "expiresAt": "2026-11-22T09:30:00Z",
                     *           "endedAt": "2026-11-22T09:30:00Z",
                     *           "yields": {
                     *             "Ethereum": "yields"
                     *           },
                     *           "calls": [
                     *             {
                     *               "chain": "Ethereum",
                     *               "chainId": 8453,
                     *               "to": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "data": "0x095ea7b3",
                     *               "value": "1650000000000000",
                     *               "valueFrom": "total",
                     *               "ask": {
                     *                 "service": "gas-service",
                     *                 "method": "eth_getLogs",
                     *                 "path": "/v1/quotes",
                     *                 "body": {
                     *                   "Ethereum": "body"
                     *                 }
                     *               },
                     *               "does": "does"
                     *             }
                     *           ],
                     *           "payTo": {
                     *             "service": "gas-service",
                     *             "method": "eth_getLogs",
                     *             "path": "/v1/quotes",
                     *             "body": {
                     *               "Ethereum": "body"
                     *             }
                     *           },
                     *           "facts": [
                     *             {
                     *               "fact": "MessageDelivered",
                     *               "chain": "Ethereum",
                     *               "block": 21450123,
                     *               "txHash": "0x9b1c3e5f7a9b2d4f6e8c0a1b3d5f7e9c2b4d6f8a0c1e3b5d7f9a2c4e6b8d0f1a",
                     *               "takenAt": "2026-11-22T09:30:00Z"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownPlan"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    cancelPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "owner": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "state": "RUNNING",
                     *       "reason": "LIMIT",
                     *       "createdAt": "2026-11-22T09:30:00Z",
                     *       "endedAt": "2026-11-22T09:30:00Z",
                     *       "staying": [
                     *         1
                     *       ],
                     *       "steps": [
                     *         {
                     *           "position": 1,
                     *           "kind": "DEPOSIT",
                     *           "artifact": "btc",
                     *           "chain": "Ethereum",
                     *           "state": "WAITING",
                     *           "reason": "LIMIT",
                     *           "amount": "25000000",
                     *           "takesFrom": 1,
                     *           "compensates": 1,
                     *           "reversible": false,
                     *           "readyAt": "2026-11-22T09:30:00Z",
                     *           "expiresAt": "2026-11-22T09:30:00Z",
                     *           "endedAt": "2026-11-22T09:30:00Z",
                     *           "yields": {
                     *             "Ethereum": "yields"
                     *           },
                     *           "calls": [
                     *             {
                     *               "chain": "Ethereum",
                     *               "chainId": 8453,
                     *               "to": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "data": "0x095ea7b3",
                     *               "value": "1650000000000000",
                     *               "valueFrom": "total",
                     *               "ask": {
                     *                 "service": "gas-service",
                     *                 "method": "eth_getLogs",
                     *                 "path": "/v1/quotes",
                     *                 "body": {
                     *                   "Ethereum": "body"
                     *                 }
                     *               },
                     *               "does": "does"
                     *             }
                     *           ],
                     *           "payTo": {
                     *             "service": "gas-service",
                     *             "method": "eth_getLogs",
                     *             "path": "/v1/quotes",
                     *             "body": {
                     *               "Ethereum": "body"
                     *             }
                     *           },
                     *           "facts": [
                     *             {
                     *               "fact": "MessageDelivered",
                     *               "chain": "Ethereum",
                     *               "block": 21450123,
                     *               "txHash": "0x9b1c3e5f7a9b2d4f6e8c0a1b3d5f7e9c2b4d6f8a0c1e3b5d7f9a2c4e6b8d0f1a",
                     *               "takenAt": "2026-11-22T09:30:00Z"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownPlan"];
            /** @description `plan-ended` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listPrices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "chain": "Ethereum",
                     *         "baseFee": "1250000000000000",
                     *         "priorityFee": "1250000000000000",
                     *         "gasPerByte": "1250000000000000",
                     *         "nativeUsd": "2500.00",
                     *         "sampledAt": "2026-11-22T09:30:00Z",
                     *         "stale": false,
                     *         "rate": {
                     *           "usd": "2500.00",
                     *           "refusal": "STALE",
                     *           "why": "The sources agree",
                     *           "sources": [
                     *             {
                     *               "source": "chainlink",
                     *               "standing": "COUNTED"
                     *             }
                     *           ]
                     *         }
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["PriceView"][];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listToldRates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a chain. */
                chain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "chain": "Ethereum",
                     *         "usd": "2500.00",
                     *         "sameAs": "Ethereum",
                     *         "by": "ops-anna",
                     *         "because": "Maintenance of the destination's nodes",
                     *         "at": "2026-11-22T09:30:00Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["RateView"][];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    tellRate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a chain. */
                chain: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "usd": "2500",
                 *       "because": "No feed knows this token"
                 *     }
                 */
                "application/json": components["schemas"]["RateBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chain": "Ethereum",
                     *       "usd": "2500.00",
                     *       "sameAs": "Ethereum",
                     *       "by": "ops-anna",
                     *       "because": "Maintenance of the destination's nodes",
                     *       "at": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RateView"];
                };
            };
            /** @description `invalid-rate`, `invalid-request`, `malformed-body` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownChain"];
            /** @description `rate-of-another` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    withdrawRate: {
        parameters: {
            query: {
                /** @description Why, for the audit. */
                because: string;
            };
            header?: never;
            path: {
                /** @description The name of a chain. */
                chain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chain": "Ethereum",
                     *       "usd": "2500.00",
                     *       "sameAs": "Ethereum",
                     *       "by": "ops-anna",
                     *       "because": "Maintenance of the destination's nodes",
                     *       "at": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RateView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `nothing-told` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listPrimitives: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *         "artifact": "btc",
                     *         "specification": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *         "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *         "descriptor": "wsh(sortedmulti(2,…))#0c9zhpz3",
                     *         "state": "DRAFT",
                     *         "finding": "ok",
                     *         "version": 1,
                     *         "deployments": [
                     *           {
                     *             "artifact": "btc",
                     *             "chain": "Ethereum",
                     *             "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *             "handler": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *             "staking": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *             "registry": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *             "wrappers": [
                     *               "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *             ],
                     *             "baskets": [
                     *               "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *             ],
                     *             "startBlock": 890000
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Primitive"][];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getPrimitive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "primitive": {
                     *         "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *         "artifact": "btc",
                     *         "specification": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *         "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *         "descriptor": "wsh(sortedmulti(2,…))#0c9zhpz3",
                     *         "state": "DRAFT",
                     *         "finding": "ok",
                     *         "version": 1,
                     *         "deployments": [
                     *           {
                     *             "artifact": "btc",
                     *             "chain": "Ethereum",
                     *             "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *             "handler": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *             "staking": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *             "registry": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *             "wrappers": [
                     *               "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *             ],
                     *             "baskets": [
                     *               "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *             ],
                     *             "startBlock": 890000
                     *           }
                     *         ]
                     *       },
                     *       "steps": [
                     *         {
                     *           "state": "DRAFT",
                     *           "by": "ops-anna",
                     *           "reasons": [
                     *             "The contracts differ from the declaration"
                     *           ],
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PrimitiveView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownPrimitive"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    putPrimitive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "artifact": "btc",
                 *       "specification": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                 *       "deployments": [
                 *         {
                 *           "chain": "Ethereum",
                 *           "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                 *           "registry": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                 *           "startBlock": 890000
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PrimitiveBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *       "artifact": "btc",
                     *       "specification": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *       "descriptor": "wsh(sortedmulti(2,…))#0c9zhpz3",
                     *       "state": "DRAFT",
                     *       "finding": "ok",
                     *       "version": 1,
                     *       "deployments": [
                     *         {
                     *           "artifact": "btc",
                     *           "chain": "Ethereum",
                     *           "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "handler": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "staking": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "registry": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "wrappers": [
                     *             "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *           ],
                     *           "baskets": [
                     *             "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *           ],
                     *           "startBlock": 890000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Primitive"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            409: components["responses"]["Problem409WrongState"];
            /** @description `other-primitive`, `unknown-specification` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    admitPrimitive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reasons": [
                 *         "The contracts differ from the declaration"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PrimitiveReasonsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *       "artifact": "btc",
                     *       "specification": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *       "descriptor": "wsh(sortedmulti(2,…))#0c9zhpz3",
                     *       "state": "DRAFT",
                     *       "finding": "ok",
                     *       "version": 1,
                     *       "deployments": [
                     *         {
                     *           "artifact": "btc",
                     *           "chain": "Ethereum",
                     *           "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "handler": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "staking": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "registry": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "wrappers": [
                     *             "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *           ],
                     *           "baskets": [
                     *             "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *           ],
                     *           "startBlock": 890000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Primitive"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownPrimitive"];
            409: components["responses"]["Problem409WrongState"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    preparePrimitiveClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "artifact": "btc",
                 *       "document": "eyJ2ZXJzaW9uIjoxfQ==",
                 *       "deployments": [
                 *         {
                 *           "chain": "Ethereum",
                 *           "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                 *           "registry": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                 *           "startBlock": 890000
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PrimitiveClaimBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *       "specification": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "expiresAt": "2026-11-22T09:30:00Z",
                     *       "typedData": {
                     *         "Ethereum": {}
                     *       },
                     *       "digest": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b"
                     *     }
                     */
                    "application/json": components["schemas"]["PrimitiveClaimView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBodyOrSpecificationTooLong"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `primitive-taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim-expired`, `invalid-specification`, `other-primitive` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-registrations` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    signPrimitiveClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the claim. */
                claim: string;
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "signatures": [
                 *         {
                 *           "signature": "0x3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b1b"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PrimitiveClaimClaimSignaturesBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *       "artifact": "btc",
                     *       "specification": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *       "descriptor": "wsh(sortedmulti(2,…))#0c9zhpz3",
                     *       "state": "DRAFT",
                     *       "finding": "ok",
                     *       "version": 1,
                     *       "deployments": [
                     *         {
                     *           "artifact": "btc",
                     *           "chain": "Ethereum",
                     *           "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "handler": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "staking": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "registry": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "wrappers": [
                     *             "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *           ],
                     *           "baskets": [
                     *             "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *           ],
                     *           "startBlock": 890000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Primitive"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBodyOrSpecificationTooLong"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `unknown-primitive`, `unknown-registration` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `nonce-used`, `primitive-taken`, `wrong-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim-expired`, `handler-without-owner`, `invalid-specification`, `lock-up-differs`, `no-deployment`, `not-the-owner`, `other-primitive`, `registration-differs`, `unknown-specification` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `chain-not-asked`, `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refusePrimitive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reasons": [
                 *         "The contracts differ from the declaration"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PrimitiveReasonsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *       "artifact": "btc",
                     *       "specification": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *       "descriptor": "wsh(sortedmulti(2,…))#0c9zhpz3",
                     *       "state": "DRAFT",
                     *       "finding": "ok",
                     *       "version": 1,
                     *       "deployments": [
                     *         {
                     *           "artifact": "btc",
                     *           "chain": "Ethereum",
                     *           "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "handler": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "staking": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "registry": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "wrappers": [
                     *             "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *           ],
                     *           "baskets": [
                     *             "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *           ],
                     *           "startBlock": 890000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Primitive"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBodyOrReasonsMissing"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownPrimitive"];
            409: components["responses"]["Problem409WrongState"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    revisePrimitive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "specification": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                 *       "reasons": [
                 *         "The contracts differ from the declaration"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PrimitiveRevisionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *       "artifact": "btc",
                     *       "specification": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *       "descriptor": "wsh(sortedmulti(2,…))#0c9zhpz3",
                     *       "state": "DRAFT",
                     *       "finding": "ok",
                     *       "version": 1,
                     *       "deployments": [
                     *         {
                     *           "artifact": "btc",
                     *           "chain": "Ethereum",
                     *           "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "handler": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "staking": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "registry": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "wrappers": [
                     *             "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *           ],
                     *           "baskets": [
                     *             "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *           ],
                     *           "startBlock": 890000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Primitive"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownPrimitive"];
            409: components["responses"]["Problem409WrongState"];
            /** @description `lock-up-differs`, `unknown-specification` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    submitPrimitive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *       "artifact": "btc",
                     *       "specification": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *       "descriptor": "wsh(sortedmulti(2,…))#0c9zhpz3",
                     *       "state": "DRAFT",
                     *       "finding": "ok",
                     *       "version": 1,
                     *       "deployments": [
                     *         {
                     *           "artifact": "btc",
                     *           "chain": "Ethereum",
                     *           "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "handler": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "staking": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "registry": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "wrappers": [
                     *             "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *           ],
                     *           "baskets": [
                     *             "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *           ],
                     *           "startBlock": 890000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Primitive"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownPrimitive"];
            409: components["responses"]["Problem409WrongState"];
            /** @description `lock-up-differs`, `no-deployment` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    withdrawPrimitive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reasons": [
                 *         "The contracts differ from the declaration"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PrimitiveReasonsBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *       "artifact": "btc",
                     *       "specification": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *       "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *       "descriptor": "wsh(sortedmulti(2,…))#0c9zhpz3",
                     *       "state": "DRAFT",
                     *       "finding": "ok",
                     *       "version": 1,
                     *       "deployments": [
                     *         {
                     *           "artifact": "btc",
                     *           "chain": "Ethereum",
                     *           "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "handler": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "staking": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "registry": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "wrappers": [
                     *             "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *           ],
                     *           "baskets": [
                     *             "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *           ],
                     *           "startBlock": 890000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Primitive"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBodyOrReasonsMissing"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownPrimitive"];
            409: components["responses"]["Problem409WrongState"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    createQuote: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body get the same answer for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fromChain": "Ethereum",
                 *       "fromHandler": "0xa513e6e4b8f2a923d98304ec87f64353c4d5c853",
                 *       "toChain": "Base",
                 *       "toHandler": "0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                 *       "amount": "150000000",
                 *       "sender": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                 *       "receiver": "0x90f79bf6eb2c4f870365e785982e1f101e93b906"
                 *     }
                 */
                "application/json": components["schemas"]["QuoteRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "quoteId": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *       "route": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
                     *       "payloadBytes": 196,
                     *       "handlerGas": 200000,
                     *       "amount": "25000000",
                     *       "issuedAt": "2026-11-22T09:30:00Z",
                     *       "expiresAt": "2026-11-22T09:30:00Z",
                     *       "legs": [
                     *         {
                     *           "leg": "SOURCE",
                     *           "chain": "Ethereum",
                     *           "gasLimit": 210000,
                     *           "gasSource": "ESTIMATED",
                     *           "baseFee": "1250000000000000",
                     *           "priorityFee": "1250000000000000",
                     *           "dataFee": "1250000000000000",
                     *           "totalGasFee": "1250000000000000",
                     *           "feeNative": "1250000000000000",
                     *           "feeInSource": "1250000000000000",
                     *           "paidBy": "USER_TRANSACTION",
                     *           "expected": {
                     *             "p50Seconds": 95,
                     *             "p95Seconds": 240
                     *           }
                     *         }
                     *       ],
                     *       "margin": "1250000000000000",
                     *       "total": "1250000000000000",
                     *       "paymentToken": "NATIVE",
                     *       "finality": {
                     *         "confirmations": 12,
                     *         "tag": "FINALIZED",
                     *         "estimateSeconds": 180
                     *       },
                     *       "charging": {
                     *         "marginBps": 1000,
                     *         "sourceUsd": "2500.00",
                     *         "destinationUsd": "2500.00",
                     *         "refundFee": "1250000000000000"
                     *       },
                     *       "concern": "The destination's nodes lag",
                     *       "payable": [
                     *         {
                     *           "chain": "Ethereum",
                     *           "amount": "1250000000000000"
                     *         }
                     *       ],
                     *       "signed": {
                     *         "sender": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "domain": {
                     *           "name": "acme",
                     *           "version": "1",
                     *           "chainId": 8453,
                     *           "verifyingContract": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *         },
                     *         "quote": {
                     *           "id": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *           "payer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "amount": "1250000000000000",
                     *           "legsHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "payloadHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "expiry": 1795339800
                     *         },
                     *         "signer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "signature": "0x3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b1b"
                     *       },
                     *       "bitcoin": {
                     *         "fee": "WAIVED",
                     *         "feeRate": "ESTIMATED",
                     *         "satsPerKvb": "12000",
                     *         "mostSatsPerKvb": "25000",
                     *         "targetBlocks": 6,
                     *         "aloneSats": "1840",
                     *         "at": "2026-11-22T09:30:00Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["QuoteView"];
                };
            };
            400: components["responses"]["Problem400InvalidAmountOrInvalidPayloadOrInvalidReceiverOrInvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownChain"];
            409: components["responses"]["Problem409InsufficientLiquidityOrMessageAlreadySentOrMintingStopped"];
            /** @description `idempotency-key-reused`, `payment-token-unsupported`, `receiver-on-bitcoin`, `route-closed`, `unknown-route`, `unsigned-from-bitcoin` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ChainUnavailableOrExposureExceededOrPriceContradictoryOrPriceStaleOrRegistryNotLoadedOrServiceUnavailableOrSignerUnavailable"];
        };
    };
    getQuote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "quoteId": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *       "route": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
                     *       "payloadBytes": 196,
                     *       "handlerGas": 200000,
                     *       "amount": "25000000",
                     *       "issuedAt": "2026-11-22T09:30:00Z",
                     *       "expiresAt": "2026-11-22T09:30:00Z",
                     *       "legs": [
                     *         {
                     *           "leg": "SOURCE",
                     *           "chain": "Ethereum",
                     *           "gasLimit": 210000,
                     *           "gasSource": "ESTIMATED",
                     *           "baseFee": "1250000000000000",
                     *           "priorityFee": "1250000000000000",
                     *           "dataFee": "1250000000000000",
                     *           "totalGasFee": "1250000000000000",
                     *           "feeNative": "1250000000000000",
                     *           "feeInSource": "1250000000000000",
                     *           "paidBy": "USER_TRANSACTION",
                     *           "expected": {
                     *             "p50Seconds": 95,
                     *             "p95Seconds": 240
                     *           }
                     *         }
                     *       ],
                     *       "margin": "1250000000000000",
                     *       "total": "1250000000000000",
                     *       "paymentToken": "NATIVE",
                     *       "finality": {
                     *         "confirmations": 12,
                     *         "tag": "FINALIZED",
                     *         "estimateSeconds": 180
                     *       },
                     *       "charging": {
                     *         "marginBps": 1000,
                     *         "sourceUsd": "2500.00",
                     *         "destinationUsd": "2500.00",
                     *         "refundFee": "1250000000000000"
                     *       },
                     *       "concern": "The destination's nodes lag",
                     *       "payable": [
                     *         {
                     *           "chain": "Ethereum",
                     *           "amount": "1250000000000000"
                     *         }
                     *       ],
                     *       "signed": {
                     *         "sender": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "domain": {
                     *           "name": "acme",
                     *           "version": "1",
                     *           "chainId": 8453,
                     *           "verifyingContract": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *         },
                     *         "quote": {
                     *           "id": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *           "payer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "amount": "1250000000000000",
                     *           "legsHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "payloadHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "expiry": 1795339800
                     *         },
                     *         "signer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "signature": "0x3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b1b"
                     *       },
                     *       "bitcoin": {
                     *         "fee": "WAIVED",
                     *         "feeRate": "ESTIMATED",
                     *         "satsPerKvb": "12000",
                     *         "mostSatsPerKvb": "25000",
                     *         "targetBlocks": 6,
                     *         "aloneSats": "1840",
                     *         "at": "2026-11-22T09:30:00Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["QuoteView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `unknown-quote` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listExposure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "chain": "Ethereum",
                     *         "quoted": "1250000000000000",
                     *         "covered": "1250000000000000",
                     *         "total": "1250000000000000",
                     *         "cap": "1250000000000000"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ExposureView"][];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    createQuotePlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hops": [
                 *         {
                 *           "fromChain": "Ethereum",
                 *           "fromHandler": "0xa513e6e4b8f2a923d98304ec87f64353c4d5c853",
                 *           "toChain": "Base",
                 *           "toHandler": "0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                 *           "amount": "150000000"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["QuotePlanRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "planId": "pl_7f3c1f6e4d0b4c55",
                     *       "issuedAt": "2026-11-22T09:30:00Z",
                     *       "expiresAt": "2026-11-22T09:30:00Z",
                     *       "totals": [
                     *         {
                     *           "chain": "Ethereum",
                     *           "prepayment": "1250000000000000",
                     *           "transactions": "1250000000000000"
                     *         }
                     *       ],
                     *       "hops": [
                     *         {
                     *           "position": 1,
                     *           "requoteBound": "1250000000000000",
                     *           "quote": {
                     *             "quoteId": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *             "route": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
                     *             "payloadBytes": 196,
                     *             "handlerGas": 200000,
                     *             "amount": "25000000",
                     *             "issuedAt": "2026-11-22T09:30:00Z",
                     *             "expiresAt": "2026-11-22T09:30:00Z",
                     *             "legs": [
                     *               {
                     *                 "leg": "SOURCE",
                     *                 "chain": "Ethereum",
                     *                 "gasLimit": 210000,
                     *                 "gasSource": "ESTIMATED",
                     *                 "baseFee": "1250000000000000",
                     *                 "priorityFee": "1250000000000000",
                     *                 "dataFee": "1250000000000000",
                     *                 "totalGasFee": "1250000000000000",
                     *                 "feeNative": "1250000000000000",
                     *                 "feeInSource": "1250000000000000",
                     *                 "paidBy": "USER_TRANSACTION"
                     *               }
                     *             ],
                     *             "margin": "1250000000000000",
                     *             "total": "1250000000000000",
                     *             "paymentToken": "NATIVE",
                     *             "finality": {},
                     *             "charging": {
                     *               "marginBps": 1000,
                     *               "sourceUsd": "2500.00",
                     *               "destinationUsd": "2500.00",
                     *               "refundFee": "1250000000000000"
                     *             },
                     *             "concern": "The destination's nodes lag",
                     *             "payable": [
                     *               {
                     *                 "chain": "Ethereum",
                     *                 "amount": "1250000000000000"
                     *               }
                     *             ],
                     *             "signed": {
                     *               "sender": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "domain": {
                     *                 "name": "acme",
                     *                 "version": "1",
                     *                 "chainId": 8453,
                     *                 "verifyingContract": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *               },
                     *               "quote": {
                     *                 "id": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *                 "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *                 "payer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *                 "amount": "1250000000000000",
                     *                 "legsHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *                 "payloadHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *                 "expiry": 1795339800
                     *               },
                     *               "signer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "signature": "0x3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b1b"
                     *             },
                     *             "bitcoin": {
                     *               "fee": "WAIVED",
                     *               "feeRate": "ESTIMATED"
                     *             }
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["QuotePlanView"];
                };
            };
            400: components["responses"]["Problem400InvalidAmountOrInvalidPayloadOrInvalidReceiverOrInvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownChain"];
            409: components["responses"]["Problem409InsufficientLiquidityOrMessageAlreadySentOrMintingStopped"];
            /** @description `payment-token-unsupported`, `receiver-on-bitcoin`, `route-closed`, `unknown-route`, `unsigned-from-bitcoin`, `unsupported-chain` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ChainUnavailableOrExposureExceededOrPriceContradictoryOrPriceStaleOrRegistryNotLoadedOrServiceUnavailableOrSignerUnavailable"];
        };
    };
    getQuotePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "planId": "pl_7f3c1f6e4d0b4c55",
                     *       "issuedAt": "2026-11-22T09:30:00Z",
                     *       "expiresAt": "2026-11-22T09:30:00Z",
                     *       "totals": [
                     *         {
                     *           "chain": "Ethereum",
                     *           "prepayment": "1250000000000000",
                     *           "transactions": "1250000000000000"
                     *         }
                     *       ],
                     *       "hops": [
                     *         {
                     *           "position": 1,
                     *           "requoteBound": "1250000000000000",
                     *           "quote": {
                     *             "quoteId": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *             "route": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
                     *             "payloadBytes": 196,
                     *             "handlerGas": 200000,
                     *             "amount": "25000000",
                     *             "issuedAt": "2026-11-22T09:30:00Z",
                     *             "expiresAt": "2026-11-22T09:30:00Z",
                     *             "legs": [
                     *               {
                     *                 "leg": "SOURCE",
                     *                 "chain": "Ethereum",
                     *                 "gasLimit": 210000,
                     *                 "gasSource": "ESTIMATED",
                     *                 "baseFee": "1250000000000000",
                     *                 "priorityFee": "1250000000000000",
                     *                 "dataFee": "1250000000000000",
                     *                 "totalGasFee": "1250000000000000",
                     *                 "feeNative": "1250000000000000",
                     *                 "feeInSource": "1250000000000000",
                     *                 "paidBy": "USER_TRANSACTION"
                     *               }
                     *             ],
                     *             "margin": "1250000000000000",
                     *             "total": "1250000000000000",
                     *             "paymentToken": "NATIVE",
                     *             "finality": {},
                     *             "charging": {
                     *               "marginBps": 1000,
                     *               "sourceUsd": "2500.00",
                     *               "destinationUsd": "2500.00",
                     *               "refundFee": "1250000000000000"
                     *             },
                     *             "concern": "The destination's nodes lag",
                     *             "payable": [
                     *               {
                     *                 "chain": "Ethereum",
                     *                 "amount": "1250000000000000"
                     *               }
                     *             ],
                     *             "signed": {
                     *               "sender": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "domain": {
                     *                 "name": "acme",
                     *                 "version": "1",
                     *                 "chainId": 8453,
                     *                 "verifyingContract": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *               },
                     *               "quote": {
                     *                 "id": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *                 "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *                 "payer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *                 "amount": "1250000000000000",
                     *                 "legsHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *                 "payloadHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *                 "expiry": 1795339800
                     *               },
                     *               "signer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "signature": "0x3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b1b"
                     *             },
                     *             "bitcoin": {
                     *               "fee": "WAIVED",
                     *               "feeRate": "ESTIMATED"
                     *             }
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["QuotePlanView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownPlan"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    requoteHop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
                /** @description Its place, counted from 0. */
                position: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fromChain": "Ethereum",
                 *       "fromHandler": "0xa513e6e4b8f2a923d98304ec87f64353c4d5c853",
                 *       "toChain": "Ethereum",
                 *       "toHandler": "0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6"
                 *     }
                 */
                "application/json": components["schemas"]["QuoteRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "planId": "pl_7f3c1f6e4d0b4c55",
                     *       "issuedAt": "2026-11-22T09:30:00Z",
                     *       "expiresAt": "2026-11-22T09:30:00Z",
                     *       "totals": [
                     *         {
                     *           "chain": "Ethereum",
                     *           "prepayment": "1250000000000000",
                     *           "transactions": "1250000000000000"
                     *         }
                     *       ],
                     *       "hops": [
                     *         {
                     *           "position": 1,
                     *           "requoteBound": "1250000000000000",
                     *           "quote": {
                     *             "quoteId": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *             "route": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
                     *             "payloadBytes": 196,
                     *             "handlerGas": 200000,
                     *             "amount": "25000000",
                     *             "issuedAt": "2026-11-22T09:30:00Z",
                     *             "expiresAt": "2026-11-22T09:30:00Z",
                     *             "legs": [
                     *               {
                     *                 "leg": "SOURCE",
                     *                 "chain": "Ethereum",
                     *                 "gasLimit": 210000,
                     *                 "gasSource": "ESTIMATED",
                     *                 "baseFee": "1250000000000000",
                     *                 "priorityFee": "1250000000000000",
                     *                 "dataFee": "1250000000000000",
                     *                 "totalGasFee": "1250000000000000",
                     *                 "feeNative": "1250000000000000",
                     *                 "feeInSource": "1250000000000000",
                     *                 "paidBy": "USER_TRANSACTION"
                     *               }
                     *             ],
                     *             "margin": "1250000000000000",
                     *             "total": "1250000000000000",
                     *             "paymentToken": "NATIVE",
                     *             "finality": {},
                     *             "charging": {
                     *               "marginBps": 1000,
                     *               "sourceUsd": "2500.00",
                     *               "destinationUsd": "2500.00",
                     *               "refundFee": "1250000000000000"
                     *             },
                     *             "concern": "The destination's nodes lag",
                     *             "payable": [
                     *               {
                     *                 "chain": "Ethereum",
                     *                 "amount": "1250000000000000"
                     *               }
                     *             ],
                     *             "signed": {
                     *               "sender": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "domain": {
                     *                 "name": "acme",
                     *                 "version": "1",
                     *                 "chainId": 8453,
                     *                 "verifyingContract": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *               },
                     *               "quote": {
                     *                 "id": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *                 "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *                 "payer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *                 "amount": "1250000000000000",
                     *                 "legsHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *                 "payloadHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *                 "expiry": 1795339800
                     *               },
                     *               "signer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *               "signature": "0x3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b1b"
                     *             },
                     *             "bitcoin": {
                     *               "fee": "WAIVED",
                     *               "feeRate": "ESTIMATED"
                     *             }
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["QuotePlanView"];
                };
            };
            400: components["responses"]["Problem400InvalidAmountOrInvalidPayloadOrInvalidReceiverOrInvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `unknown-chain`, `unknown-plan` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hop-signed`, `insufficient-liquidity`, `message-already-sent`, `minting-stopped`, `plan-expired` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `hop-differs`, `payment-token-unsupported`, `receiver-on-bitcoin`, `route-closed`, `unknown-route`, `unsigned-from-bitcoin` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ChainUnavailableOrExposureExceededOrPriceContradictoryOrPriceStaleOrRegistryNotLoadedOrServiceUnavailableOrSignerUnavailable"];
        };
    };
    listReceiptLeaves: {
        parameters: {
            query?: {
                /** @description What the part before said as next. */
                after?: string;
                /** @description Most of them in one answer. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The root of the tree. */
                root: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tree": {
                     *         "root": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *         "chain": "Ethereum",
                     *         "vault": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "count": 1,
                     *         "uri": "https://acme.example/audit.pdf",
                     *         "builtAt": "2026-11-22T09:30:00Z",
                     *         "publishedAt": "2026-11-22T09:30:00Z",
                     *         "publishedTx": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b"
                     *       },
                     *       "leaves": [
                     *         {
                     *           "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *           "payer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "prepaid": "1250000000000000",
                     *           "spent": "1250000000000000",
                     *           "refund": "1250000000000000"
                     *         }
                     *       ],
                     *       "next": "1763803800000000"
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptLeavesView"];
                };
            };
            400: components["responses"]["Problem400InvalidLimitOrInvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `unknown-receipts` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    redriveMessages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "stage": "PARKED",
                 *       "reason": "HANDLER_REVERTED",
                 *       "chain": "Base",
                 *       "limit": 50,
                 *       "because": "The handler was mended"
                 *     }
                 */
                "application/json": components["schemas"]["DeskRedriveBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "approval": 1,
                     *       "messages": [
                     *         {
                     *           "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *           "outcome": "SUCCESS",
                     *           "stage": "OBSERVED",
                     *           "restarted": [
                     *             "DELIVER"
                     *           ],
                     *           "trial": {
                     *             "Ethereum": "trial"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DeskAnswer"];
                };
            };
            /** @description `invalid-request`, `invalid-stage`, `malformed-body` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    republishRegistry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facts": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Republished"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listRoutes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "route": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
                     *           "status": "ACTIVE",
                     *           "finality": [
                     *             {
                     *               "upTo": "25000000",
                     *               "confirmations": 12
                     *             }
                     *           ],
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsRouteState"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    putRoute: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "Ethereum:0xa513e6e4b8f2a923d98304ec87f64353c4d5c853",
                 *       "to": "Base:0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                 *       "finality": [
                 *         {
                 *           "upTo": "1000000",
                 *           "confirmations": 3
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RouteBody"];
            };
        };
        responses: {
            /** @description Changed, or as it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "route": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
                     *       "status": "ACTIVE",
                     *       "finality": [
                     *         {
                     *           "upTo": "25000000",
                     *           "confirmations": 12
                     *         }
                     *       ],
                     *       "at": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RouteState"];
                };
            };
            /** @description New in the book */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "route": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
                     *       "status": "ACTIVE",
                     *       "finality": [
                     *         {
                     *           "upTo": "25000000",
                     *           "confirmations": 12
                     *         }
                     *       ],
                     *       "at": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RouteState"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            409: components["responses"]["Problem409Retired"];
            /** @description `finality-tiers-not-growing`, `finality-tiers-without-amount`, `same-chain-route`, `unknown-chain`, `unknown-handler`, `vault-of-another` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listProbations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "route": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
                     *           "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "stages": [
                     *             "25000000"
                     *           ],
                     *           "window": "PT15M",
                     *           "daysPerStage": 1,
                     *           "cleanDays": 1,
                     *           "stage": 1,
                     *           "amount": "25000000",
                     *           "judged": "2026-11-22",
                     *           "why": "The sources agree",
                     *           "since": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsProbationView"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    putProbation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                 *       "to": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                 *       "stages": [
                 *         "25000000"
                 *       ],
                 *       "because": "Maintenance of the destination's nodes"
                 *     }
                 */
                "application/json": components["schemas"]["ProbationStagesBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "route": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
                     *       "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "stages": [
                     *         "25000000"
                     *       ],
                     *       "window": "PT15M",
                     *       "daysPerStage": 1,
                     *       "cleanDays": 1,
                     *       "stage": 1,
                     *       "amount": "25000000",
                     *       "judged": "2026-11-22",
                     *       "why": "The sources agree",
                     *       "since": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ProbationView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `unknown-route` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-stages`, `nothing-to-limit` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getProbationHistory: {
        parameters: {
            query: {
                /** @description One direction between two handlers: Chain:0x…>Chain:0x…. */
                route: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "days": [
                     *         {
                     *           "day": "2026-11-22",
                     *           "clean": false,
                     *           "counts": false,
                     *           "why": "The sources agree"
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "route": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
                     *           "at": "2026-11-22T09:30:00Z",
                     *           "actor": "ops-anna",
                     *           "action": "REVIEW",
                     *           "stage": 1,
                     *           "reason": "LIMIT"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProbationHistoryView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    setProbationStage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                 *       "to": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                 *       "stage": 0,
                 *       "because": "Maintenance of the destination's nodes"
                 *     }
                 */
                "application/json": components["schemas"]["ProbationStageBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "route": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
                     *       "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "stages": [
                     *         "25000000"
                     *       ],
                     *       "window": "PT15M",
                     *       "daysPerStage": 1,
                     *       "cleanDays": 1,
                     *       "stage": 1,
                     *       "amount": "25000000",
                     *       "judged": "2026-11-22",
                     *       "why": "The sources agree",
                     *       "since": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ProbationView"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `not-on-probation` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-stage` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    buildSettlement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body get the same answer for a day */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sender": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                 *       "quote": {
                 *         "fromChain": "Ethereum",
                 *         "fromHandler": "0xa513e6e4b8f2a923d98304ec87f64353c4d5c853",
                 *         "toChain": "Base",
                 *         "toHandler": "0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                 *         "amount": "150000000",
                 *         "receiver": "0x90f79bf6eb2c4f870365e785982e1f101e93b906"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SettlementRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "TOKENS",
                     *       "quote": {
                     *         "quoteId": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *         "route": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1>Base:0xb2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2",
                     *         "payloadBytes": 196,
                     *         "handlerGas": 200000,
                     *         "amount": "25000000",
                     *         "issuedAt": "2026-11-22T09:30:00Z",
                     *         "expiresAt": "2026-11-22T09:30:00Z",
                     *         "legs": [
                     *           {
                     *             "leg": "SOURCE",
                     *             "chain": "Ethereum",
                     *             "gasLimit": 210000,
                     *             "gasSource": "ESTIMATED",
                     *             "baseFee": "1250000000000000",
                     *             "priorityFee": "1250000000000000",
                     *             "dataFee": "1250000000000000",
                     *             "totalGasFee": "1250000000000000",
                     *             "feeNative": "1250000000000000",
                     *             "feeInSource": "1250000000000000",
                     *             "paidBy": "USER_TRANSACTION",
                     *             "expected": {
                     *               "p50Seconds": 95,
                     *               "p95Seconds": 240
                     *             }
                     *           }
                     *         ],
                     *         "margin": "1250000000000000",
                     *         "total": "1250000000000000",
                     *         "paymentToken": "NATIVE",
                     *         "finality": {
                     *           "confirmations": 12,
                     *           "tag": "FINALIZED",
                     *           "estimateSeconds": 180
                     *         },
                     *         "charging": {
                     *           "marginBps": 1000,
                     *           "sourceUsd": "2500.00",
                     *           "destinationUsd": "2500.00",
                     *           "refundFee": "1250000000000000"
                     *         },
                     *         "concern": "The destination's nodes lag",
                     *         "payable": [
                     *           {
                     *             "chain": "Ethereum",
                     *             "amount": "1250000000000000"
                     *           }
                     *         ],
                     *         "signed": {
                     *           "sender": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "domain": {
                     *             "name": "acme",
                     *             "version": "1",
                     *             "chainId": 8453,
                     *             "verifyingContract": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *           },
                     *           "quote": {
                     *             "id": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *             "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *             "payer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *             "amount": "1250000000000000",
                     *             "legsHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *             "payloadHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *             "expiry": 1795339800
                     *           },
                     *           "signer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "signature": "0x3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b3f7b1b"
                     *         },
                     *         "bitcoin": {
                     *           "fee": "WAIVED",
                     *           "feeRate": "ESTIMATED",
                     *           "satsPerKvb": "12000",
                     *           "mostSatsPerKvb": "25000",
                     *           "targetBlocks": 6,
                     *           "aloneSats": "1840",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       },
                     *       "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *       "expiresAt": "2026-11-22T09:30:00Z",
                     *       "allowance": {
                     *         "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "spender": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "current": "25000000",
                     *         "required": "25000000",
                     *         "needed": false
                     *       },
                     *       "approve": {
                     *         "from": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "to": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "data": "0x095ea7b3",
                     *         "value": "1250000000000000",
                     *         "chainId": 8453,
                     *         "gas": 210000,
                     *         "type": 1
                     *       },
                     *       "prepay": {
                     *         "from": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "to": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "data": "0x095ea7b3",
                     *         "value": "1250000000000000",
                     *         "chainId": 8453,
                     *         "gas": 210000,
                     *         "type": 1
                     *       },
                     *       "send": {
                     *         "from": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "to": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "data": "0x095ea7b3",
                     *         "value": "1250000000000000",
                     *         "chainId": 8453,
                     *         "gas": 210000,
                     *         "type": 1
                     *       },
                     *       "topUp": {
                     *         "from": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "to": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "data": "0x095ea7b3",
                     *         "value": "1250000000000000",
                     *         "chainId": 8453,
                     *         "gas": 210000,
                     *         "type": 1
                     *       },
                     *       "deposit": {
                     *         "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *         "handler": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *         "receiver": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *         "amount": "25000000",
                     *         "address": {
                     *           "method": "eth_getLogs",
                     *           "path": "/v1/quotes",
                     *           "body": {
                     *             "Ethereum": "body"
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SettlementView"];
                };
            };
            /** @description `invalid-amount`, `invalid-btc-address`, `invalid-payload`, `invalid-receiver`, `invalid-request`, `invalid-settlement`, `malformed-body` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `unknown-chain`, `unknown-quote` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insufficient-liquidity`, `invalid-quote-id`, `message-already-sent`, `minting-stopped`, `quote-expired`, `quote-not-next` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`, `insufficient-balance`, `not-buildable`, `payment-token-unsupported`, `quote-differs`, `receiver-on-bitcoin`, `route-closed`, `unknown-route`, `unsigned-from-bitcoin`, `unsupported-chain`, `would-revert` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ChainUnavailableOrExposureExceededOrPriceContradictoryOrPriceStaleOrRegistryNotLoadedOrServiceUnavailableOrSignerUnavailable"];
        };
    };
    storeSpecification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example eyJ2ZXJzaW9uIjoxfQ== */
                "application/json": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "Ethereum": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b"
                     *     }
                     */
                    "application/json": {
                        [key: string]: string;
                    };
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBodyOrSpecificationTooLong"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `invalid-specification` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getSpecification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description SHA-256 of the bytes. */
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `unknown-specification` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getSpecificationSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": {
                        [key: string]: unknown;
                    };
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getGasStatement: {
        parameters: {
            query: {
                /** @description What the part before said as next. */
                after?: number;
                /** @description Most of them in one answer. */
                limit?: number;
                /** @description A month, as 2026-11, UTC. */
                month: string;
            };
            header?: never;
            path: {
                /** @description Who paid. */
                payer: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "payer": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "month": "2026-11",
                     *       "lines": [
                     *         {
                     *           "account": "payer:0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *           "opening": "20000000000000000",
                     *           "moved": "0",
                     *           "entries": 1,
                     *           "closing": "12500000000000000"
                     *         }
                     *       ],
                     *       "entries": [
                     *         {
                     *           "at": "2026-11-22T09:30:00Z",
                     *           "txid": "0x4f8d1f0c5d1c1a7e0b6c2e9a3f7d5b8c6a4e2d0f9b7c5a3e1d8f6b4c2a0e9d7b",
                     *           "account": "payer:0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *           "cause": "PREPAID",
                     *           "amount": "25000000"
                     *         }
                     *       ],
                     *       "next": "1763803800000000"
                     *     }
                     */
                    "application/json": components["schemas"]["StatementView"];
                    "text/csv": string;
                };
            };
            /** @description `invalid-limit`, `invalid-month`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403ForbiddenOrNotYourAccount"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listStops: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "scope": "CHAIN",
                     *         "subject": "Ethereum",
                     *         "reason": "SIGNATURES_MISSING",
                     *         "shadow": false,
                     *         "detail": "It goes on when the destination's finality is reached",
                     *         "actor": "ops-anna",
                     *         "since": "2026-11-22T09:30:00Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Stop"][];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    createStop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scope": "CHAIN",
                 *       "subject": "Base",
                 *       "because": "Its nodes contradict each other"
                 *     }
                 */
                "application/json": components["schemas"]["StopBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "scope": "CHAIN",
                     *       "subject": "Ethereum",
                     *       "reason": "SIGNATURES_MISSING",
                     *       "shadow": false,
                     *       "detail": "It goes on when the destination's finality is reached",
                     *       "actor": "ops-anna",
                     *       "since": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Stop"];
                };
            };
            /** @description `invalid-request`, `invalid-subject`, `malformed-body` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `already-stopped` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    deleteStop: {
        parameters: {
            query: {
                /** @description Why, for the audit. */
                because: string;
                /** @description Why: a word of a closed list, or a sentence for people. */
                reason?: "SIGNATURES_MISSING" | "GAS_UNDECIDED" | "UNDERFUNDED" | "UNKNOWN_ROUTE" | "ROUTE_CLOSED" | "CHAIN_NOT_SERVED" | "LIMIT" | "LIQUIDITY" | "PAUSED" | "PAUSED_ON_CHAIN" | "REORG" | "RPC" | "HANDLER_REVERTED" | "REVERTED" | "GAS_PRICE" | "GAS_LIMIT" | "KEY_WITHOUT_FUNDS" | "NONCE_TAKEN" | "UNMENTIONED" | "EXPIRED";
                /** @description What it holds: a chain, a route or a handler. */
                scope: "CHAIN" | "ROUTE" | "HANDLER";
                /** @description What it is about: a chain, route, handler or application, as it is written in paths. */
                subject: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`, `invalid-subject` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `not-stopped` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `paused-on-chain` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    followArtifact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Goes on after this event; 0 begins with the first that is kept */
                "Last-Event-ID"?: string;
            };
            path: {
                /** @description As /v1/artifacts calls it */
                artifact: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description `invalid-artifact`, `invalid-last-event-id`, `invalid-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            429: components["responses"]["Problem429TooManyStreams"];
        };
    };
    followHandler: {
        parameters: {
            query?: never;
            header?: {
                /** @description Goes on after this event; 0 begins with the first that is kept */
                "Last-Event-ID"?: string;
            };
            path: {
                /**
                 * @description Chain:0x…
                 * @example Alpha:0x5fbdb2315678afecb367f032d93f642f64180aa3
                 */
                handler: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400InvalidLastEventIdOrInvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            429: components["responses"]["Problem429TooManyStreams"];
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "chain": "Ethereum",
                     *           "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *           "symbol": "symbol",
                     *           "decimals": 8,
                     *           "handler": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsTokenState"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The address on its chain. */
                address: string;
                /** @description The name of a chain. */
                chain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chain": "Ethereum",
                     *       "token": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "symbol": "symbol",
                     *       "decimals": 8,
                     *       "handler": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *       "at": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TokenState"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `unknown-token` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listValidators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "chain": "Ethereum",
                     *           "epoch": 4,
                     *           "required": 1,
                     *           "validators": [
                     *             "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *           ],
                     *           "at": "2026-11-22T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ItemsValidatorSetState"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getValidators: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a chain. */
                chain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chain": "Ethereum",
                     *       "epoch": 4,
                     *       "required": 1,
                     *       "validators": [
                     *         "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *       ],
                     *       "at": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ValidatorSetState"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `validators-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    putValidators: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of a chain. */
                chain: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "required": 2,
                 *       "validators": [
                 *         "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                 *         "0x90f79bf6eb2c4f870365e785982e1f101e93b906",
                 *         "0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ValidatorsBody"];
            };
        };
        responses: {
            /** @description Changed, or as it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chain": "Ethereum",
                     *       "epoch": 4,
                     *       "required": 1,
                     *       "validators": [
                     *         "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *       ],
                     *       "at": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ValidatorSetState"];
                };
            };
            /** @description New in the book */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "chain": "Ethereum",
                     *       "epoch": 4,
                     *       "required": 1,
                     *       "validators": [
                     *         "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c"
                     *       ],
                     *       "at": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ValidatorSetState"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `stale-epoch` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `duplicate-validators`, `threshold-out-of-range`, `unknown-chain` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    assignDepositAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The vault, as its handler is written. */
                vault: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "handler": "Ethereum:0xa513e6e4b8f2a923d98304ec87f64353c4d5c853",
                 *       "recipient": "0x90f79bf6eb2c4f870365e785982e1f101e93b906"
                 *     }
                 */
                "application/json": components["schemas"]["AddressWanted"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *       "index": 1,
                     *       "handler": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *       "recipient": "0x3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c",
                     *       "address": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *       "minimum": 10000,
                     *       "confirmations": 12,
                     *       "unbonding": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AddressGiven"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            /** @description `unknown-vault` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-the-vaults-handler`, `recipient-cannot-hold`, `withdrawals-end-too-soon` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `addresses-exhausted`, `lifetime-unknown`, `service-unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWaitingMessages: {
        parameters: {
            query?: {
                /** @description What the part before said as next. */
                after?: string;
                /** @description The name of a chain. */
                chain?: string;
                /** @description Most of them in one answer. */
                limit?: number;
                /** @description How long they stand there at least, ISO 8601. */
                "older-than"?: string;
                /** @description Why: a word of a closed list, or a sentence for people. */
                reason?: "SIGNATURES_MISSING" | "GAS_UNDECIDED" | "UNDERFUNDED" | "UNKNOWN_ROUTE" | "ROUTE_CLOSED" | "CHAIN_NOT_SERVED" | "LIMIT" | "LIQUIDITY" | "PAUSED" | "PAUSED_ON_CHAIN" | "REORG" | "RPC" | "HANDLER_REVERTED" | "REVERTED" | "GAS_PRICE" | "GAS_LIMIT" | "KEY_WITHOUT_FUNDS" | "NONCE_TAKEN" | "UNMENTIONED" | "EXPIRED";
                /** @description One direction between two handlers: Chain:0x…>Chain:0x…. */
                route?: string;
                /** @description Where it stands. */
                stage?: "OBSERVED" | "FINAL" | "ADMITTED" | "DELIVERING" | "DELIVERED" | "CALLING_BACK" | "SETTLED" | "REFUSED" | "WAITING_FOR_GAS" | "HELD" | "PARKED" | "EXPIRED" | "ORPHANED";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *           "stage": "OBSERVED",
                     *           "reason": "LIMIT",
                     *           "route": "Ethereum:0xa513e6e4b8f2a923d98304ec87f64353c4d5c853>Base:0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                     *           "since": "2026-11-22T09:30:00Z"
                     *         }
                     *       ],
                     *       "next": "1763803800000000"
                     *     }
                     */
                    "application/json": components["schemas"]["DeskPage"];
                };
            };
            /** @description `invalid-after`, `invalid-request`, `invalid-stage` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *           "url": "https://acme.example/settlement",
                     *           "types": [
                     *             "MessageSettled"
                     *           ],
                     *           "handler": "Ethereum:0xa513e6e4b8f2a923d98304ec87f64353c4d5c853",
                     *           "route": "Ethereum:0xa513e6e4b8f2a923d98304ec87f64353c4d5c853>Base:0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                     *           "artifact": "btc",
                     *           "stages": [
                     *             "stages"
                     *           ],
                     *           "description": "Status of our transfers",
                     *           "state": "ACTIVE",
                     *           "reason": "LIMIT",
                     *           "failingSince": "2026-11-22T09:30:00Z",
                     *           "formerSecretUntil": "2026-11-22T09:30:00Z",
                     *           "createdAt": "2026-11-22T09:30:00Z",
                     *           "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookListed"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://acme.example/settlement",
                 *       "route": "Ethereum:0xa513e6e4b8f2a923d98304ec87f64353c4d5c853>Base:0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                 *       "description": "Status of our transfers"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookWanted"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *       "url": "https://acme.example/settlement",
                     *       "types": [
                     *         "MessageSettled"
                     *       ],
                     *       "handler": "Ethereum:0xa513e6e4b8f2a923d98304ec87f64353c4d5c853",
                     *       "route": "Ethereum:0xa513e6e4b8f2a923d98304ec87f64353c4d5c853>Base:0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                     *       "artifact": "btc",
                     *       "stages": [
                     *         "stages"
                     *       ],
                     *       "description": "Status of our transfers",
                     *       "state": "ACTIVE",
                     *       "reason": "LIMIT",
                     *       "failingSince": "2026-11-22T09:30:00Z",
                     *       "formerSecretUntil": "2026-11-22T09:30:00Z",
                     *       "createdAt": "2026-11-22T09:30:00Z",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
                     *     }
                     */
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["Problem400InvalidDescriptionOrInvalidFilterOrInvalidRequestOrInvalidTypesOrInvalidUrlOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownWebhook"];
            /** @description `too-many-webhooks` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["Problem422NothingToTellOrTargetForbiddenOrTargetNotHttpsOrTargetUnknown"];
            503: components["responses"]["Problem503WebhooksOff"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *       "url": "https://acme.example/settlement",
                     *       "types": [
                     *         "MessageSettled"
                     *       ],
                     *       "handler": "Ethereum:0xa513e6e4b8f2a923d98304ec87f64353c4d5c853",
                     *       "route": "Ethereum:0xa513e6e4b8f2a923d98304ec87f64353c4d5c853>Base:0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                     *       "artifact": "btc",
                     *       "stages": [
                     *         "stages"
                     *       ],
                     *       "description": "Status of our transfers",
                     *       "state": "ACTIVE",
                     *       "reason": "LIMIT",
                     *       "failingSince": "2026-11-22T09:30:00Z",
                     *       "formerSecretUntil": "2026-11-22T09:30:00Z",
                     *       "createdAt": "2026-11-22T09:30:00Z",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
                     *     }
                     */
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownWebhook"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownWebhook"];
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Status of our transfers, second address"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookChanged"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *       "url": "https://acme.example/settlement",
                     *       "types": [
                     *         "MessageSettled"
                     *       ],
                     *       "handler": "Ethereum:0xa513e6e4b8f2a923d98304ec87f64353c4d5c853",
                     *       "route": "Ethereum:0xa513e6e4b8f2a923d98304ec87f64353c4d5c853>Base:0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                     *       "artifact": "btc",
                     *       "stages": [
                     *         "stages"
                     *       ],
                     *       "description": "Status of our transfers",
                     *       "state": "ACTIVE",
                     *       "reason": "LIMIT",
                     *       "failingSince": "2026-11-22T09:30:00Z",
                     *       "formerSecretUntil": "2026-11-22T09:30:00Z",
                     *       "createdAt": "2026-11-22T09:30:00Z",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
                     *     }
                     */
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["Problem400InvalidDescriptionOrInvalidFilterOrInvalidRequestOrInvalidTypesOrInvalidUrlOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownWebhook"];
            422: components["responses"]["Problem422NothingToTellOrTargetForbiddenOrTargetNotHttpsOrTargetUnknown"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description What the part before said as next. */
                cursor?: string;
                /** @description Most of them in one answer. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "eventId": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
                     *           "type": "MessageSettled",
                     *           "txid": "0x4f8d1f0c5d1c1a7e0b6c2e9a3f7d5b8c6a4e2d0f9b7c5a3e1d8f6b4c2a0e9d7b",
                     *           "state": "ACTIVE",
                     *           "attempts": 1,
                     *           "createdAt": "2026-11-22T09:30:00Z",
                     *           "attemptedAt": "2026-11-22T09:30:00Z",
                     *           "status": 202,
                     *           "latencyMs": 85,
                     *           "answer": "answer",
                     *           "problem": "no answer in time",
                     *           "nextAttemptAt": "2026-11-22T09:30:00Z"
                     *         }
                     *       ],
                     *       "next": "1763803800000000"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookLog"];
                };
            };
            400: components["responses"]["Problem400InvalidCursorOrInvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownWebhook"];
        };
    };
    pingWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "eventId": "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookPinged"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownWebhook"];
            /** @description `ping-waits` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-11-22T00:00:00Z",
                 *       "to": "2026-11-22T06:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookAgain"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "queued": 1
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookQueued"];
                };
            };
            /** @description `invalid-replay`, `invalid-request`, `malformed-body` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownWebhook"];
            /** @description `webhook-disabled` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `replay-too-large` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0x7f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c557f3c1f6e4d0b4c55",
                     *       "url": "https://acme.example/settlement",
                     *       "types": [
                     *         "MessageSettled"
                     *       ],
                     *       "handler": "Ethereum:0xa513e6e4b8f2a923d98304ec87f64353c4d5c853",
                     *       "route": "Ethereum:0xa513e6e4b8f2a923d98304ec87f64353c4d5c853>Base:0x2279b7a0a67db372996a5fab50d91eaa73d2ebe6",
                     *       "artifact": "btc",
                     *       "stages": [
                     *         "stages"
                     *       ],
                     *       "description": "Status of our transfers",
                     *       "state": "ACTIVE",
                     *       "reason": "LIMIT",
                     *       "failingSince": "2026-11-22T09:30:00Z",
                     *       "formerSecretUntil": "2026-11-22T09:30:00Z",
                     *       "createdAt": "2026-11-22T09:30:00Z",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
                     *     }
                     */
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownWebhook"];
            503: components["responses"]["Problem503WebhooksOff"];
        };
    };
    listWithdrawals: {
        parameters: {
            query?: {
                /** @description What the part before said as next. */
                after?: string;
                /** @description Most of them in one answer. */
                limit?: number;
                /** @description Where it stands. */
                state?: "WAITING" | "BATCHED" | "HELD" | "PAID" | "FAILED";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *           "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *           "address": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *           "amount": 1,
                     *           "state": "WAITING",
                     *           "reason": "LIMIT",
                     *           "deadline": "2026-11-22T09:30:00Z",
                     *           "batch": 1,
                     *           "queuedAt": "2026-11-22T09:30:00Z",
                     *           "endedAt": "2026-11-22T09:30:00Z"
                     *         }
                     *       ],
                     *       "next": "1763803800000000"
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawalPage"];
                };
            };
            400: components["responses"]["Problem400InvalidAfterOrInvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    getWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The message. */
                txid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "withdrawal": {
                     *         "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *         "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *         "address": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *         "amount": 1,
                     *         "state": "WAITING",
                     *         "reason": "LIMIT",
                     *         "deadline": "2026-11-22T09:30:00Z",
                     *         "batch": 1,
                     *         "queuedAt": "2026-11-22T09:30:00Z",
                     *         "endedAt": "2026-11-22T09:30:00Z"
                     *       },
                     *       "batches": [
                     *         {
                     *           "batch": 1,
                     *           "state": "ACTIVE",
                     *           "txHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "block": 21450123,
                     *           "endedAt": "2026-11-22T09:30:00Z"
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "batch": 1,
                     *           "round": 1,
                     *           "kind": "WINDOW",
                     *           "state": "PROPOSED",
                     *           "txHash": "0x9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b9b",
                     *           "satsPerKvb": 1,
                     *           "fee": 1840,
                     *           "paid": 1,
                     *           "share": 1,
                     *           "proposedAt": "2026-11-22T09:30:00Z",
                     *           "sentAt": "2026-11-22T09:30:00Z",
                     *           "signatures": [
                     *             {
                     *               "cosigner": "cosigner",
                     *               "at": "2026-11-22T09:30:00Z"
                     *             }
                     *           ],
                     *           "refusals": [
                     *             {
                     *               "cosigner": "cosigner",
                     *               "member": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *               "reason": "LIMIT",
                     *               "detail": "It goes on when the destination's finality is reached",
                     *               "at": "2026-11-22T09:30:00Z"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PayoutReportTimeline"];
                };
            };
            400: components["responses"]["Problem400InvalidRequest"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownWithdrawal"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    failWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The message. */
                txid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "because": "Maintenance of the destination's nodes"
                 *     }
                 */
                "application/json": components["schemas"]["WithdrawalBecauseBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *       "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *       "address": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *       "amount": 1,
                     *       "state": "WAITING",
                     *       "reason": "LIMIT",
                     *       "deadline": "2026-11-22T09:30:00Z",
                     *       "batch": 1,
                     *       "queuedAt": "2026-11-22T09:30:00Z",
                     *       "endedAt": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PayoutReportOne"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownWithdrawal"];
            /** @description `withdrawal-may-be-signed`, `withdrawal-not-held`, `withdrawal-was-signed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["Problem422VaultNotPaidHere"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
    releaseWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The message. */
                txid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "because": "Maintenance of the destination's nodes"
                 *     }
                 */
                "application/json": components["schemas"]["WithdrawalBecauseBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "txid": "0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f",
                     *       "vault": "Ethereum:0xa1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1",
                     *       "address": "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
                     *       "amount": 1,
                     *       "state": "WAITING",
                     *       "reason": "LIMIT",
                     *       "deadline": "2026-11-22T09:30:00Z",
                     *       "batch": 1,
                     *       "queuedAt": "2026-11-22T09:30:00Z",
                     *       "endedAt": "2026-11-22T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PayoutReportOne"];
                };
            };
            400: components["responses"]["Problem400InvalidRequestOrMalformedBody"];
            401: components["responses"]["Problem401Unauthenticated"];
            403: components["responses"]["Problem403Forbidden"];
            404: components["responses"]["Problem404UnknownWithdrawal"];
            /** @description `withdrawal-may-be-signed`, `withdrawal-not-held`, `withdrawal-too-late`, `withdrawal-was-signed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["Problem422VaultNotPaidHere"];
            503: components["responses"]["Problem503ServiceUnavailable"];
        };
    };
}
