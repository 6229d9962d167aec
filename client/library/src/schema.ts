// SPDX-License-Identifier: Apache-2.0
// Generated from client/openapi.json by `npm run generate`; not to be edited.

export interface paths {
    "/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a second operator */
        get: {
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
                        "application/json": components["schemas"]["Request"][];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BecauseBody"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Answer"];
                    };
                };
            };
        };
        /** Refuse what was asked for, or take it back */
        delete: {
            parameters: {
                query: {
                    because: string;
                };
                header?: never;
                path: {
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
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["ArtifactView"][];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    at?: string;
                };
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["BalancesView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["BasketView"][];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    txid?: string;
                };
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["BookingsView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ImbalanceView"][];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NoteBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Note"][];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ArtifactRouteView"][];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["OrderView"][];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Statement"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
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
                        "application/json": components["schemas"]["Statement"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Statement"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["SupplyView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                };
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["VerifiedView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
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
                        "application/json": components["schemas"]["Payout"];
                    };
                };
            };
        };
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
        /** Who decided what, and why; the latest first */
        get: {
            parameters: {
                query?: {
                    before?: number;
                    limit?: number;
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
                        "application/json": components["schemas"]["AuditPage"];
                    };
                };
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["ItemsChainState"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ChainState"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChainBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChainState"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ProvidersView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["DemandsView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query: {
                    from: string;
                    to?: string;
                };
                header?: never;
                path: {
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
                        "application/json": string;
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ItemsVersion"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
                        "application/json": components["schemas"]["Version"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
                        "application/json": string;
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
                        "application/json": string;
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ItemsRunView"];
                    };
                };
            };
        };
        put?: never;
        /** Ask for a run of the conformance suite */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RunBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RunView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    run: string;
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
                        "application/json": components["schemas"]["RunView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["WaiversView"];
                    };
                };
            };
        };
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
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requirement: string;
                    subject: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiversView"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requirement: string;
                    subject: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiversView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
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
                        "application/json": components["schemas"]["RelayerPage"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Shown"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    output: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BecauseBody"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Shown"];
                    };
                };
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["Equivocation"][];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    block?: number;
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
                        "application/json": components["schemas"]["ProofView"][];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DepositRequest"];
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
            };
        };
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
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                };
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["PastView"] | components["schemas"]["GasGasView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ReceiptView"];
                    };
                };
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["ItemsHandlerState"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    address: string;
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
                        "application/json": components["schemas"]["HandlerView"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    address: string;
                    chain: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HandlerBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HandlerState"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["DemandsView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query: {
                    from: string;
                    to?: string;
                };
                header?: never;
                path: {
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
                        "application/json": string;
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ItemsVersion"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
                        "application/json": components["schemas"]["Version"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
                        "application/json": string;
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
                        "application/json": string;
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ItemsRunView"];
                    };
                };
            };
        };
        put?: never;
        /** Ask for a run of the conformance suite */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RunBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RunView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    run: string;
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
                        "application/json": components["schemas"]["RunView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["WaiversView"];
                    };
                };
            };
        };
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
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requirement: string;
                    subject: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiversView"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requirement: string;
                    subject: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiversView"];
                    };
                };
            };
        };
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
        /** Lanes: owner, nonces, money, alarms, work waiting and on its way */
        get: {
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
                        "application/json": components["schemas"]["LaneReport"][];
                    };
                };
            };
        };
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
        /** Let a lane sign nothing new; others of its chain take its work */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    chain: string;
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
            };
        };
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
        /** Let a paused or parked lane work again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    chain: string;
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
            };
        };
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
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                };
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["BalanceView"];
                    };
                };
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["LimitView"][];
                    };
                };
            };
        };
        /** Set a limit, or change the one of its kind, token and route */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LimitBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Policy"];
                    };
                };
            };
        };
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
        delete: {
            parameters: {
                query: {
                    because: string;
                };
                header?: never;
                path: {
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
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["Me"];
                    };
                };
            };
        };
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
        /** Find messages */
        get: {
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
                        "application/json": components["schemas"]["Page"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["MessageView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Ended"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["AttestationReport"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: {
                    "Last-Event-ID"?: string;
                };
                path: {
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
                        "text/event-stream": components["schemas"]["SseEmitter"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    txid: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BecauseBody"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Answer"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    txid: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BecauseBody"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Answer"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Simulation"];
                    };
                };
            };
        };
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
        /** Count messages by route and stage */
        get: {
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
                        "application/json": components["schemas"]["Summary"];
                    };
                };
            };
        };
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
        /** Nodes: health, lag, cost and contradictions of each chain's providers */
        get: {
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
                        "application/json": components["schemas"]["ChainScorecard"][];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ObservationReport"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    limit?: number;
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
                        "application/json": components["schemas"]["ItemsShortView"];
                    };
                };
            };
        };
        put?: never;
        /** Hand in an application; every node it names is asked */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ApplicationView"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TextBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationView"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecisionBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationView"];
                    };
                };
            };
        };
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
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    network: "TESTNET" | "MAINNET";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Deployment"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationView"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["ItemsNodesState"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ProvidersView"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
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
                        "application/json": components["schemas"]["ApplicationView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
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
                        "application/json": components["schemas"]["ItemsChecked"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    step: "CONFORMANCE_PASSED" | "SETTLEMENT_DEPLOYED" | "HANDLER_DEPLOYED" | "LAYER_INTEGRATED" | "MESSAGES_TESTED" | "MAINNET_DEPLOYED";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["DemandsView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query: {
                    from: string;
                    to?: string;
                };
                header?: never;
                path: {
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
                        "application/json": string;
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ItemsVersion"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
                        "application/json": components["schemas"]["Version"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
                        "application/json": string;
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
                        "application/json": string;
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
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
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ItemsRunView"];
                    };
                };
            };
        };
        put?: never;
        /** Ask for a run of the conformance suite */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RunBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RunView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    run: string;
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
                        "application/json": components["schemas"]["RunView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["WaiversView"];
                    };
                };
            };
        };
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
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requirement: string;
                    subject: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiversView"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requirement: string;
                    subject: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiversView"];
                    };
                };
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["ItemsDriftView"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subject: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ItemsDriftView"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    address: string;
                    chain: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["HandlerState"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    address: string;
                    chain: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["StatementView"];
                    };
                };
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["ItemsNodesState"];
                    };
                };
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["ItemsLineView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                    owner?: string;
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
                        "application/json": components["schemas"]["PageView"];
                    };
                };
            };
        };
        put?: never;
        /** Make a plan; the first step is ready to be signed */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlanBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ArtifactPlanView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ArtifactPlanView"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ArtifactPlanView"];
                    };
                };
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["PriceView"][];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["RateView"][];
                    };
                };
            };
        };
        /** Say what a chain's native token is worth */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    chain: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["RateView"];
                    };
                };
            };
        };
        post?: never;
        /** Withdraw what operators said of a chain's native token */
        delete: {
            parameters: {
                query: {
                    because: string;
                };
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["RateView"];
                    };
                };
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["Primitive"][];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["PrimitiveView"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["Primitive"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonsBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Primitive"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonsBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Primitive"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RevisionBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Primitive"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Primitive"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReasonsBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Primitive"];
                    };
                };
            };
        };
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
        post: {
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
                        "application/json": components["schemas"]["QuoteView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["QuoteView"];
                    };
                };
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["View"][];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlanRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlanView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["PlanView"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    position: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["PlanView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["LeavesView"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RedriveBody"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Answer"];
                    };
                };
            };
        };
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
        post: {
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
                        "application/json": components["schemas"]["Republished"];
                    };
                };
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["ItemsRouteState"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RouteBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RouteState"];
                    };
                };
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["ItemsProbationView"];
                    };
                };
            };
        };
        /** Put a route on probation, or change its stages */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StagesBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProbationView"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query: {
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
                        "application/json": components["schemas"]["HistoryView"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StageBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProbationView"];
                    };
                };
            };
        };
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
        /** Build the transactions that send tokens; the user's wallet signs them */
        post: {
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
                        "application/json": components["schemas"]["SettlementView"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": {
                            [key: string]: string;
                        };
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": string;
                    };
                };
            };
        };
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
        get: {
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
                        "application/schema+json": string;
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query: {
                    after?: number;
                    limit?: number;
                    month: string;
                };
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["GasStatementView"];
                    };
                };
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["Stop"][];
                    };
                };
            };
        };
        put?: never;
        /** Stop a chain, route or handler: its messages are held */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
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
                        "application/json": components["schemas"]["Stop"];
                    };
                };
            };
        };
        /** End a stop: what it held goes on */
        delete: {
            parameters: {
                query: {
                    because: string;
                    reason?: "SIGNATURES_MISSING" | "GAS_UNDECIDED" | "UNDERFUNDED" | "UNKNOWN_ROUTE" | "ROUTE_CLOSED" | "CHAIN_NOT_SERVED" | "LIMIT" | "LIQUIDITY" | "PAUSED" | "PAUSED_ON_CHAIN" | "REORG" | "RPC" | "HANDLER_REVERTED" | "REVERTED" | "GAS_PRICE" | "GAS_LIMIT" | "KEY_WITHOUT_FUNDS" | "NONCE_TAKEN" | "UNMENTIONED" | "EXPIRED";
                    scope: "CHAIN" | "ROUTE" | "HANDLER";
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
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["ItemsValidatorSetState"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["ValidatorSetState"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    chain: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ValidatorsBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ValidatorSetState"];
                    };
                };
            };
        };
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
        /** The address whose deposits are credited to this recipient */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    vault: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RelayerWanted"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Given"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    after?: string;
                    chain?: string;
                    limit?: number;
                    "older-than"?: string;
                    reason?: "SIGNATURES_MISSING" | "GAS_UNDECIDED" | "UNDERFUNDED" | "UNKNOWN_ROUTE" | "ROUTE_CLOSED" | "CHAIN_NOT_SERVED" | "LIMIT" | "LIQUIDITY" | "PAUSED" | "PAUSED_ON_CHAIN" | "REORG" | "RPC" | "HANDLER_REVERTED" | "REVERTED" | "GAS_PRICE" | "GAS_LIMIT" | "KEY_WITHOUT_FUNDS" | "NONCE_TAKEN" | "UNMENTIONED" | "EXPIRED";
                    route?: string;
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
                        "application/json": components["schemas"]["RelayerPage"];
                    };
                };
            };
        };
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
        get: {
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
                        "application/json": components["schemas"]["Listed"];
                    };
                };
            };
        };
        put?: never;
        /** Add a webhook; its secret is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Wanted"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Webhook"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Webhook"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a webhook and its log */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
            };
        };
        options?: never;
        head?: never;
        /** Change a webhook, or disable and enable it */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Webhook"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Log"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Pinged"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Again"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Queued"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Webhook"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
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
                        "application/json": components["schemas"]["RelayerPage"];
                    };
                };
            };
        };
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
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                        "application/json": components["schemas"]["Timeline"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    txid: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BecauseBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["One"];
                    };
                };
            };
        };
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
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    txid: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BecauseBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["One"];
                    };
                };
            };
        };
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
        Account: {
            chain: string;
            due: string;
            payer: string;
            payments: components["schemas"]["Payment"][];
            refund?: components["schemas"]["Payment"] | null;
            settled: string;
            way: string;
        };
        AccountReceipt: {
            chain: string;
            claim?: {
                data: string;
                function: string;
                proof: string[];
                root: string;
            } | null;
            leaf: string;
            payer: string;
            prepaid: string;
            refund: string;
            spent: string;
            tree?: {
                builtAt: string;
                count: number;
                publishedAt?: string | null;
                publishedTx?: string | null;
                root: string;
                uri: string;
            } | null;
            txid: string;
            vault?: string | null;
        };
        Again: {
            /** Format: date-time */
            from?: string | null;
            /** Format: date-time */
            to?: string | null;
            txid?: string | null;
        };
        AllowanceView: {
            current: string;
            needed: boolean;
            required: string;
            spender: string;
            token: string;
        };
        Answer: {
            /** Format: int64 */
            approval?: number | null;
            messages: components["schemas"]["Done"][];
        };
        ApplicationView: {
            /** Format: date-time */
            appliedAt: string;
            /** Format: date-time */
            callAt?: string | null;
            deployments: {
                [key: string]: components["schemas"]["Deployment"];
            };
            entries: components["schemas"]["Entry"][];
            /** Format: uuid */
            id: string;
            owner: string;
            paper: components["schemas"]["Paper"];
            /** @enum {string} */
            stage: "APPLIED" | "REVIEWING" | "CALL_SCHEDULED" | "CONFORMANCE" | "TESTNET" | "MAINNET_DEPLOYED" | "LIVE" | "SUSPENDED" | "RETIRED" | "REJECTED" | "WITHDRAWN";
            stages: components["schemas"]["StageView"][];
            steps: components["schemas"]["StepView"][];
        };
        ArtifactDeployment: {
            artifact: string;
            baskets: string[];
            chain: string;
            handler?: string | null;
            registry: string;
            staking?: string | null;
            /** Format: int64 */
            startBlock: number;
            token: string;
            wrappers: string[];
        };
        ArtifactEntryView: {
            account: string;
            amount: string;
            /** Format: date-time */
            at: string;
            chain: string;
            /** @enum {string} */
            movement: "ESCROW" | "MINT" | "UNLOCK" | "BURN" | "LOCK" | "RETURN" | "DEPOSIT" | "PAYOUT" | "STAKE" | "UNSTAKE" | "WRAP" | "UNWRAP" | "POOL" | "UNPOOL" | "LOSS" | "RESTORE" | "NETWORK_FEE" | "VAULT_FEE" | "MADE_GOOD" | "DEPOSIT_REVERSED";
            /** Format: int64 */
            seq: number;
            txid: string;
        };
        ArtifactHandlerView: {
            /** Format: int32 */
            decimals: number;
            handler: string;
            /** @enum {string} */
            mode: "MINT_BURN" | "LOCK_MINT" | "BURN_UNLOCK" | "LOCK_UNLOCK";
            /** @enum {string} */
            status: "ACTIVE" | "SUSPENDED" | "RETIRED";
            token: string;
        };
        ArtifactLegView: {
            artifact?: string | null;
            openTickets: string;
            owed: string;
            perShare?: string | null;
            ratio: string;
            reserve: string;
            token: string;
            /** Format: int64 */
            unbonding: number;
        };
        ArtifactPlanView: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            endedAt?: string | null;
            /** Format: uuid */
            id: string;
            owner: string;
            reason?: string | null;
            /** @enum {string} */
            state: "RUNNING" | "DONE" | "COMPENSATING" | "COMPENSATED";
            staying: number[];
            steps: components["schemas"]["ArtifactStepView"][];
        };
        ArtifactRouteView: {
            available?: string | null;
            from: string;
            stopped?: string | null;
            to: string;
        };
        ArtifactStepView: {
            amount?: string | null;
            artifact: string;
            calls: components["schemas"]["CallView"][];
            chain: string;
            /** Format: int32 */
            compensates?: number | null;
            /** Format: date-time */
            endedAt?: string | null;
            /** Format: date-time */
            expiresAt?: string | null;
            facts: components["schemas"]["FactView"][];
            /** @enum {string} */
            kind: "DEPOSIT" | "TRANSFER" | "STAKE" | "UNSTAKE" | "WRAP" | "UNWRAP" | "POOL" | "UNPOOL" | "CONVERT" | "WITHDRAW";
            payTo?: components["schemas"]["Ask"] | null;
            /** Format: int32 */
            position: number;
            /** Format: date-time */
            readyAt?: string | null;
            reason?: string | null;
            reversible: boolean;
            /** @enum {string} */
            state: "WAITING" | "READY" | "UNDER_WAY" | "DONE" | "FAILED" | "CANCELLED";
            /** Format: int32 */
            takesFrom?: number | null;
            yields: {
                [key: string]: string;
            };
        };
        ArtifactView: {
            artifact: string;
            handlers: components["schemas"]["ArtifactHandlerView"][];
        };
        Ask: {
            body: {
                [key: string]: string;
            };
            method: string;
            path: string;
            service: string;
        };
        AttestationReport: {
            legs: components["schemas"]["Leg"][];
            reason?: string | null;
            stage?: ("OBSERVED" | "FINAL" | "ADMITTED" | "DELIVERING" | "DELIVERED" | "CALLING_BACK" | "SETTLED" | "REFUSED" | "WAITING_FOR_GAS" | "HELD" | "PARKED" | "EXPIRED" | "ORPHANED") | null;
            txid: string;
        };
        AuditPage: {
            items: components["schemas"]["Line"][];
            next?: string | null;
        };
        BackfillReport: {
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            etaSeconds: number;
            /** Format: int64 */
            from: number;
            /** Format: int32 */
            percent: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: int64 */
            until: number;
        };
        BalancesView: {
            artifact: string;
            chains: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            hash: string;
            /** Format: int64 */
            seq: number;
        };
        BalanceView: {
            account: string;
            /** Format: date-time */
            asOf: string;
            balance: string;
        };
        BasketView: {
            /** Format: int64 */
            block: number;
            chain: string;
            contract: string;
            legs: components["schemas"]["ArtifactLegView"][];
            shares: string;
        };
        BatchEnd: {
            /** Format: int64 */
            batch: number;
            /** Format: int64 */
            block?: number | null;
            /** Format: date-time */
            endedAt?: string | null;
            state: string;
            txHash?: string | null;
        };
        BecauseBody: {
            because: string;
        };
        BitcoinView: {
            aloneSats?: string | null;
            /** Format: date-time */
            at?: string | null;
            /** @enum {string} */
            fee: "WAIVED" | "DEDUCTED_FROM_AMOUNT";
            /** @enum {string} */
            feeRate: "ESTIMATED" | "UNKNOWN" | "NONE";
            mostSatsPerKvb?: string | null;
            satsPerKvb?: string | null;
            /** Format: int32 */
            targetBlocks?: number | null;
        };
        BookingsView: {
            artifact: string;
            entries: components["schemas"]["ArtifactEntryView"][];
            sum: string;
            unbooked?: string | null;
        };
        Breach: {
            bound: string;
            found: string;
            /** @enum {string} */
            level: "ANSWERS" | "UPTIME" | "LATENCY" | "LAG" | "AGREEMENT" | "LOGS";
            /** Format: date-time */
            since: string;
        };
        CallView: {
            ask?: components["schemas"]["Ask"] | null;
            chain: string;
            /** Format: int64 */
            chainId: number;
            data: string;
            does: string;
            to: string;
            value?: string | null;
            valueFrom?: string | null;
        };
        ChainBody: {
            /** Format: int64 */
            chainId?: number | null;
            family?: ("EVM" | "BITCOIN") | null;
            gasService?: string | null;
            network?: string | null;
            profile?: ("LEGACY" | "V2") | null;
            settlement?: string | null;
            status?: ("ACTIVE" | "SUSPENDED" | "RETIRED") | null;
            verifier?: string | null;
        };
        ChainScorecard: {
            chain: string;
            providers: components["schemas"]["ProviderScore"][];
            /** Format: int32 */
            quorum: number;
        };
        ChainState: {
            /** Format: date-time */
            at: string;
            chain: string;
            /** Format: int64 */
            chainId: number;
            /** @enum {string} */
            family: "EVM" | "BITCOIN";
            gasService: string;
            network?: string | null;
            /** @enum {string} */
            profile: "LEGACY" | "V2";
            settlement: string;
            /** @enum {string} */
            status: "ACTIVE" | "SUSPENDED" | "RETIRED";
            verifier: string;
        };
        Changed: {
            description?: string | null;
            handler?: string | null;
            route?: string | null;
            state?: ("ACTIVE" | "DISABLED") | null;
            types?: string[] | null;
            url?: string | null;
        };
        Charging: {
            destinationUsd: string;
            /** Format: int32 */
            marginBps: number;
            refundFee: string;
            sourceUsd: string;
        };
        Checked: {
            actor: string;
            /** Format: date-time */
            at: string;
            findings: components["schemas"]["Finding"][];
            /** @enum {string} */
            step: "CONFORMANCE_PASSED" | "SETTLEMENT_DEPLOYED" | "HANDLER_DEPLOYED" | "LAYER_INTEGRATED" | "MESSAGES_TESTED" | "MAINNET_DEPLOYED";
            /** Format: int64 */
            tookMs: number;
            /** @enum {string} */
            verdict: "PASS" | "FAIL" | "UNKNOWN";
        };
        ClaimBody: {
            artifact?: string | null;
            /** Format: int32 */
            decimals?: number | null;
            /** Format: date-time */
            expiresAt: string;
            mode?: ("MINT_BURN" | "LOCK_MINT" | "BURN_UNLOCK" | "LOCK_UNLOCK") | null;
            nonce: string;
            signature?: string | null;
            token?: string | null;
        };
        Contact: {
            /** Format: email */
            email: string;
            name: string;
        };
        Cost: {
            /** Format: int64 */
            blockNumber: number;
            chain: string;
            charge: string;
            dataFee: string;
            fee: string;
            gasPrice: string;
            /** Format: int64 */
            gasUsed: number;
            leg: string;
            /** Format: int32 */
            members?: number | null;
            stranger: boolean;
            submitter: string;
            txHash: string;
        };
        Counts: {
            /** Format: int32 */
            broken: number;
            /** Format: int32 */
            met: number;
            /** Format: int32 */
            unknown: number;
            /** Format: int32 */
            waived: number;
        };
        Coverage: {
            /** Format: int64 */
            blocks: number;
            /** Format: int64 */
            from: number;
            /** Format: date-time */
            latest: string;
            /** Format: int64 */
            logs: number;
            /** Format: int64 */
            to: number;
            /** @enum {string} */
            verified: "BLOOM" | "QUORUM" | "RECEIPTS" | "MIXED";
        };
        Day: {
            clean: boolean;
            counts: boolean;
            /** Format: date */
            day: string;
            why: string;
        };
        DecisionBody: {
            /** @enum {string} */
            action: "REVIEW" | "SCHEDULE_CALL" | "HOLD_CALL" | "GO_LIVE" | "SUSPEND" | "RESUME" | "RETIRE" | "REJECT" | "WITHDRAW";
            /** Format: date-time */
            at?: string | null;
            reason?: string | null;
        };
        Demand: {
            area: string;
            id: string;
            mandatory: boolean;
            text: string;
            title: string;
        };
        DemandsView: {
            items: components["schemas"]["Demand"][];
            mayRun: boolean;
            mayWaive: boolean;
            subject: string;
        };
        Deployment: {
            chain?: string | null;
            /** Format: int64 */
            chainId?: number | null;
            gasService: string;
            handlers: components["schemas"]["StatedHandler"][];
            providers?: components["schemas"]["Provider"][] | null;
            settlement: string;
            verifier: string;
        };
        DeploymentBody: {
            baskets?: string[] | null;
            chain: string;
            handler?: string | null;
            registry: string;
            staking?: string | null;
            /** Format: int64 */
            startBlock: number;
            token: string;
            wrappers?: string[] | null;
        };
        DepositRequest: {
            chain: string;
            txHash: string;
        };
        Document: {
            kind: string;
            /** Format: uri */
            url: string;
        };
        Domain: {
            /** Format: int64 */
            chainId: number;
            name: string;
            verifyingContract: string;
            version: string;
        };
        Done: {
            outcome: string;
            restarted: ("DELIVER" | "EXPIRE" | "CALL_BACK" | "REFUND")[];
            stage?: ("OBSERVED" | "FINAL" | "ADMITTED" | "DELIVERING" | "DELIVERED" | "CALLING_BACK" | "SETTLED" | "REFUSED" | "WAITING_FOR_GAS" | "HELD" | "PARKED" | "EXPIRED" | "ORPHANED") | null;
            trial: {
                [key: string]: string;
            };
            txid: string;
        };
        Drift: {
            expected: string;
            found: string;
            what: string;
        };
        DriftView: {
            /** Format: date-time */
            admittedAt: string;
            /** Format: date-time */
            checkedAt?: string | null;
            drifted: components["schemas"]["Drift"][];
            subject: string;
        };
        Ended: {
            /** Format: date-time */
            endedAt: string;
            record?: string | null;
            txid: string;
        };
        EndedMessage: {
            accounts: components["schemas"]["Account"][];
            costs: components["schemas"]["Cost"][];
            margin: string;
            overrun: string;
            route: string;
            sender: string;
            spent: string;
            state: string;
            terms: components["schemas"]["Locked"];
            txid: string;
        };
        Entry: {
            action: string;
            actor: string;
            /** Format: date-time */
            at: string;
            fromStage?: ("APPLIED" | "REVIEWING" | "CALL_SCHEDULED" | "CONFORMANCE" | "TESTNET" | "MAINNET_DEPLOYED" | "LIVE" | "SUSPENDED" | "RETIRED" | "REJECTED" | "WITHDRAWN") | null;
            said: string;
            step?: ("CONFORMANCE_PASSED" | "SETTLEMENT_DEPLOYED" | "HANDLER_DEPLOYED" | "LAYER_INTEGRATED" | "MESSAGES_TESTED" | "MAINNET_DEPLOYED") | null;
            toStage?: ("APPLIED" | "REVIEWING" | "CALL_SCHEDULED" | "CONFORMANCE" | "TESTNET" | "MAINNET_DEPLOYED" | "LIVE" | "SUSPENDED" | "RETIRED" | "REJECTED" | "WITHDRAWN") | null;
        };
        EntryView: {
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            block?: number | null;
            chain?: string | null;
            detail: {
                [key: string]: string;
            };
            /** Format: int64 */
            id: number;
            txHash?: string | null;
            type: string;
        };
        Equivocation: {
            /** @enum {string} */
            kind: "RECEIVE" | "EXPIRE" | "CALLBACK";
            one: components["schemas"]["Said"];
            other: components["schemas"]["Said"];
            /** Format: date-time */
            seenAt: string;
            txid: string;
            validator: string;
        };
        FactView: {
            /** Format: int64 */
            block: number;
            chain: string;
            fact: string;
            /** Format: date-time */
            takenAt: string;
            txHash?: string | null;
        };
        Figure: {
            /** Format: date-time */
            since?: string | null;
            unit: string;
            /** Format: double */
            value?: number | null;
        };
        FinalityTier: {
            /** Format: int32 */
            confirmations: number;
            upTo: string;
        };
        Finding: {
            expected: string;
            found: string;
            id: string;
            /** @enum {string} */
            verdict: "PASS" | "FAIL" | "UNKNOWN";
            what: string;
        };
        Found: {
            /** Format: date-time */
            at: string;
            reason: string;
            requirement: string;
            /** Format: int64 */
            tookMs: number;
            /** @enum {string} */
            verdict: "PASS" | "FAIL" | "WAIVED" | "UNKNOWN";
        };
        Gap: {
            /** Format: int64 */
            from: number;
            /** Format: int64 */
            to: number;
        };
        GasEntry: {
            /** @enum {string} */
            account: "PAYER" | "PREPAYMENT" | "MESSAGE" | "EXCHANGE" | "DELIVERY" | "CALLBACK" | "FAILED" | "REFUND" | "REFUND_TRANSACTION" | "OPERATOR";
            amount: string;
            /** Format: date-time */
            at: string;
            cause: string;
            chain: string;
            party: string;
        };
        GasEntryView: {
            account: string;
            amount: string;
            /** Format: date-time */
            at: string;
            cause: string;
            txid: string;
        };
        GasGasView: {
            accounts: components["schemas"]["Payer"][];
            entries: components["schemas"]["GasEntry"][];
            margin?: string | null;
            missing?: string | null;
            overrun: string;
            prepaid: string;
            quoteId?: string | null;
            refundDue?: string | null;
            refunded?: string | null;
            refundTo?: string | null;
            refusedQuotes: components["schemas"]["Refusal"][];
            required?: string | null;
            route?: string | null;
            spent: components["schemas"]["Spent"];
            /** @enum {string} */
            state: "OPEN" | "SHORT" | "COVERED" | "REFUND_DUE" | "CLAIMABLE" | "CLOSED";
            txid: string;
            waitsFor?: string | null;
            waiver?: string | null;
            waysToPay: components["schemas"]["WayToPay"][];
        };
        GasLineView: {
            account: string;
            closing: string;
            /** Format: int64 */
            entries: number;
            moved: string;
            opening: string;
        };
        GasStatementView: {
            entries: components["schemas"]["GasEntryView"][];
            lines: components["schemas"]["GasLineView"][];
            month: string;
            next?: string | null;
            payer: string;
        };
        GasView: {
            margin?: string | null;
            prepaid?: string | null;
            refunded?: string | null;
            required?: string | null;
            spent?: string | null;
        };
        Given: {
            address: string;
            /** Format: int32 */
            confirmations: number;
            handler: string;
            /** Format: int64 */
            index: number;
            /** Format: int64 */
            minimum: number;
            recipient: string;
            /** Format: int32 */
            unbonding: number;
            vault: string;
        };
        HandlerBody: {
            artifact?: string | null;
            /** Format: int32 */
            decimals?: number | null;
            mode?: ("MINT_BURN" | "LOCK_MINT" | "BURN_UNLOCK" | "LOCK_UNLOCK") | null;
            status?: ("ACTIVE" | "SUSPENDED" | "RETIRED") | null;
            token?: string | null;
        };
        HandlerState: {
            artifact?: string | null;
            /** Format: date-time */
            at: string;
            /** Format: int32 */
            decimals: number;
            handler: string;
            mode?: ("MINT_BURN" | "LOCK_MINT" | "BURN_UNLOCK" | "LOCK_UNLOCK") | null;
            /** @enum {string} */
            status: "ACTIVE" | "SUSPENDED" | "RETIRED";
            token?: string | null;
        };
        HandlerView: {
            artifact?: string | null;
            /** Format: date-time */
            at: string;
            conformance?: components["schemas"]["Proof"] | null;
            /** Format: int32 */
            decimals: number;
            handler: string;
            mode?: ("MINT_BURN" | "LOCK_MINT" | "BURN_UNLOCK" | "LOCK_UNLOCK") | null;
            /** @enum {string} */
            status: "ACTIVE" | "SUSPENDED" | "RETIRED";
            token?: string | null;
            type: string;
        };
        HistoryView: {
            days: components["schemas"]["Day"][];
            entries: components["schemas"]["Entry"][];
        };
        Hole: {
            /** Format: int64 */
            afterBlock: number;
            /** Format: int64 */
            beforeBlock: number;
            destination: string;
            /** Format: int64 */
            from: number;
            /** Format: date-time */
            since: string;
            /** Format: int64 */
            to: number;
        };
        HopView: {
            /** Format: int32 */
            position: number;
            quote: components["schemas"]["QuoteView"];
            requoteBound?: string | null;
        };
        Imbalance: {
            /** Format: date-time */
            clearedAt?: string | null;
            difference: number;
            findings: string[];
            /** Format: int64 */
            number: number;
            /** Format: date-time */
            raisedAt: string;
        };
        ImbalanceView: {
            imbalance: components["schemas"]["Imbalance"];
            notes: components["schemas"]["Note"][];
        };
        ItemsChainState: {
            items: components["schemas"]["ChainState"][];
        };
        ItemsChecked: {
            items: components["schemas"]["Checked"][];
        };
        ItemsDriftView: {
            items: components["schemas"]["DriftView"][];
        };
        ItemsHandlerState: {
            items: components["schemas"]["HandlerState"][];
        };
        ItemsLineView: {
            items: components["schemas"]["LineView"][];
        };
        ItemsNodesState: {
            items: components["schemas"]["NodesState"][];
        };
        ItemsProbationView: {
            items: components["schemas"]["ProbationView"][];
        };
        ItemsRouteState: {
            items: components["schemas"]["RouteState"][];
        };
        ItemsRunView: {
            items: components["schemas"]["RunView"][];
        };
        ItemsShortView: {
            items: components["schemas"]["ShortView"][];
        };
        ItemsValidatorSetState: {
            items: components["schemas"]["ValidatorSetState"][];
        };
        ItemsVersion: {
            items: components["schemas"]["Version"][];
        };
        JsonNode: {
            array?: boolean;
            bigDecimal?: boolean;
            bigInteger?: boolean;
            binary?: boolean;
            boolean?: boolean;
            container?: boolean;
            double?: boolean;
            embeddedValue?: boolean;
            empty?: boolean;
            float?: boolean;
            floatingPointNumber?: boolean;
            int?: boolean;
            integralNumber?: boolean;
            long?: boolean;
            missingNode?: boolean;
            /** @enum {string} */
            nodeType?: "ARRAY" | "BINARY" | "BOOLEAN" | "MISSING" | "NULL" | "NUMBER" | "OBJECT" | "POJO" | "STRING";
            null?: boolean;
            number?: boolean;
            object?: boolean;
            pojo?: boolean;
            short?: boolean;
            string?: boolean;
            /** @deprecated */
            textual?: boolean;
            valueNode?: boolean;
        };
        LaneReport: {
            alarms: string[];
            lane: string;
            lease: components["schemas"]["Ownership"];
            nonces: components["schemas"]["Nonces"];
            purse: components["schemas"]["Purse"];
            submitter: string;
            work: components["schemas"]["WorkCount"];
        };
        LeavesView: {
            leaves: components["schemas"]["Receipt"][];
            next?: string | null;
            tree: components["schemas"]["Tree"];
        };
        Leg: {
            complete: boolean;
            digest?: string | null;
            /** @enum {string} */
            kind: "RECEIVE" | "EXPIRE" | "CALLBACK";
            missing: string[];
            rejected: components["schemas"]["Refused"][];
            /** Format: int32 */
            required?: number | null;
            signed: components["schemas"]["Signed"][];
        };
        LegTime: {
            /** Format: int64 */
            p50Seconds: number;
            /** Format: int64 */
            p95Seconds: number;
        };
        LegView: {
            baseFee: string;
            chain: string;
            dataFee: string;
            expected?: components["schemas"]["LegTime"] | null;
            feeInSource: string;
            feeNative: string;
            /** Format: int64 */
            gasLimit: number;
            /** @enum {string} */
            gasSource: "ESTIMATED" | "LEARNED" | "DEFAULT";
            /** @enum {string} */
            leg: "SOURCE" | "DELIVERY" | "CALLBACK" | "REFUND";
            /** @enum {string} */
            paidBy: "USER_TRANSACTION" | "PREPAYMENT";
            priorityFee: string;
            totalGasFee: string;
        };
        LimitBody: {
            amount: string;
            because: string;
            chain: string;
            /** Format: duration */
            duration?: string | null;
            /** @enum {string} */
            kind: "WINDOW" | "THRESHOLD" | "FOUR_EYES";
            route?: string | null;
            shadow?: boolean | null;
            token: string;
        };
        LimitView: {
            /** Format: int64 */
            held: number;
            limit: components["schemas"]["Policy"];
            used: string;
        };
        Line: {
            action: string;
            actor: string;
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            id: number;
            reason: string;
            result: string;
            subject: string;
        };
        LineView: {
            /** @enum {string} */
            action: "REVIEW" | "SCHEDULE_CALL" | "HOLD_CALL" | "GO_LIVE" | "SUSPEND" | "RESUME" | "RETIRE" | "REJECT" | "WITHDRAW";
            /** @enum {string} */
            by: "APPLICANT" | "OPERATOR";
            /** @enum {string} */
            from: "APPLIED" | "REVIEWING" | "CALL_SCHEDULED" | "CONFORMANCE" | "TESTNET" | "MAINNET_DEPLOYED" | "LIVE" | "SUSPENDED" | "RETIRED" | "REJECTED" | "WITHDRAWN";
            needsReason: boolean;
            /** @enum {string} */
            to: "APPLIED" | "REVIEWING" | "CALL_SCHEDULED" | "CONFORMANCE" | "TESTNET" | "MAINNET_DEPLOYED" | "LIVE" | "SUSPENDED" | "RETIRED" | "REJECTED" | "WITHDRAWN";
        };
        Listed: {
            items: components["schemas"]["Webhook"][];
        };
        Locked: {
            /** Format: int32 */
            marginBps: number;
            quoteId?: string | null;
            rateDestination: string;
            rateSource: string;
            refundFee: string;
            required: string;
            waiver?: string | null;
        };
        Log: {
            items: components["schemas"]["LoggedDelivery"][];
            next?: string | null;
        };
        LoggedDelivery: {
            answer?: string | null;
            /** Format: date-time */
            attemptedAt?: string | null;
            /** Format: int32 */
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            eventId: string;
            /** Format: int64 */
            latencyMs?: number | null;
            /** Format: date-time */
            nextAttemptAt?: string | null;
            problem?: string | null;
            state: string;
            /** Format: int32 */
            status?: number | null;
            txid?: string | null;
            type: string;
        };
        Me: {
            name: string;
            scopes: string[];
        };
        MessageView: {
            ended: boolean;
            gas: components["schemas"]["GasView"];
            outcome?: string | null;
            route?: components["schemas"]["RouteView"] | null;
            sender?: string | null;
            /** Format: date-time */
            sentAt: string;
            stage: string;
            timeline?: components["schemas"]["EntryView"][] | null;
            transfer?: components["schemas"]["TransferView"] | null;
            txid: string;
            /** Format: date-time */
            updatedAt: string;
        };
        NodeAddress: {
            url: string;
            webSocketUrl?: string | null;
        };
        NodesBody: {
            /** Format: int32 */
            confirmations?: number | null;
            /** @enum {string} */
            network: "TESTNET" | "MAINNET";
        };
        NodesState: {
            /** Format: date-time */
            at: string;
            chain: string;
            /** Format: int32 */
            confirmations: number;
            providers: components["schemas"]["NodeAddress"][];
        };
        Nonces: {
            /** Format: int64 */
            chain?: number | null;
            /** Format: int32 */
            foreign: number;
            /** Format: int64 */
            gap: number;
            /** Format: int64 */
            next?: number | null;
        };
        Note: {
            /** Format: date-time */
            at: string;
            by: string;
            text: string;
        };
        NoteBody: {
            text: string;
        };
        ObservationReport: {
            /** Format: int64 */
            awaitingFinality: number;
            backfills: components["schemas"]["BackfillReport"][];
            certified: components["schemas"]["Coverage"][];
            chain: string;
            /** Format: int64 */
            finalHead?: number | null;
            gaps: components["schemas"]["Gap"][];
            /** Format: int64 */
            head?: number | null;
            /** Format: int64 */
            lag?: number | null;
            missing: components["schemas"]["Hole"][];
            /** Format: int64 */
            readFinal: number;
            /** Format: int64 */
            readHead: number;
            trouble: string[];
        };
        One: {
            address: string;
            /** Format: int64 */
            amount: number;
            /** Format: int64 */
            batch?: number | null;
            /** Format: date-time */
            deadline: string;
            /** Format: date-time */
            endedAt?: string | null;
            /** Format: date-time */
            queuedAt: string;
            reason?: string | null;
            /** @enum {string} */
            state: "WAITING" | "BATCHED" | "HELD" | "PAID" | "FAILED";
            txid: string;
            vault: string;
        };
        OrderView: {
            chain: string;
            data: string;
            /** Format: int64 */
            imbalance: number;
            report?: components["schemas"]["Report"] | null;
            to: string;
        };
        Ownership: {
            /** Format: int64 */
            epoch: number;
            parked?: string | null;
            paused: boolean;
            /** Format: date-time */
            until?: string | null;
            working: boolean;
        };
        Page: {
            items: components["schemas"]["MessageView"][];
            next?: string | null;
        };
        PageView: {
            next?: string | null;
            plans: components["schemas"]["ArtifactPlanView"][];
        };
        Paper: {
            chain: string;
            /** Format: int64 */
            chainId: number;
            contacts: components["schemas"]["Contact"][];
            declaration?: components["schemas"]["JsonNode"] | null;
            documents?: components["schemas"]["Document"][] | null;
            providers: components["schemas"]["Provider"][];
        };
        PastView: {
            /** Format: date-time */
            asOf: string;
            balances: {
                [key: string]: string;
            };
            entries: components["schemas"]["GasEntry"][];
            txid: string;
        };
        PayableView: {
            amount: string;
            chain: string;
        };
        Payer: {
            chain: string;
            due?: string | null;
            payer: string;
            prepaid: string;
            refunded?: string | null;
            root?: string | null;
            way?: ("PUSHED" | "DUST" | "OTHER_PAYER" | "RECEIPTS_ONLY" | "NOTHING_LEFT") | null;
            worth: string;
        };
        Payment: {
            amount: string;
            /** Format: int64 */
            blockNumber: number;
            /** Format: int64 */
            logIndex: number;
            txHash: string;
        };
        Payout: {
            address: string;
            amount: number;
            /** Format: int64 */
            block: number;
            btcTxid: string;
            fee: number;
            paid: number;
            txid: string;
            /** Format: int64 */
            vout: number;
        };
        Pinged: {
            eventId: string;
        };
        PlanBody: {
            owner: string;
            steps: components["schemas"]["StepRequest"][];
        };
        PlanRequest: {
            hops: components["schemas"]["QuoteRequest"][];
        };
        PlanView: {
            /** Format: date-time */
            expiresAt: string;
            hops: components["schemas"]["HopView"][];
            /** Format: date-time */
            issuedAt: string;
            planId: string;
            totals: components["schemas"]["TotalView"][];
        };
        Policy: {
            actor: string;
            amount: string;
            chain: string;
            /** Format: duration */
            duration: string;
            /** Format: int64 */
            id: number;
            /** @enum {string} */
            kind: "WINDOW" | "THRESHOLD" | "FOUR_EYES";
            route?: string | null;
            shadow: boolean;
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            source: "OPERATOR" | "REGISTRY";
            token: string;
        };
        PriceView: {
            baseFee?: string | null;
            chain: string;
            gasPerByte?: string | null;
            nativeUsd?: string | null;
            priorityFee?: string | null;
            rate?: components["schemas"]["RateView"] | null;
            /** Format: date-time */
            sampledAt?: string | null;
            stale: boolean;
        };
        Primitive: {
            artifact: string;
            deployments: components["schemas"]["ArtifactDeployment"][];
            descriptor?: string | null;
            finding?: string | null;
            id: string;
            specification: string;
            /** @enum {string} */
            state: "DRAFT" | "SUBMITTED" | "REFUSED" | "ADMITTED" | "LIVE" | "WITHDRAWN";
            vault?: string | null;
            /** Format: int64 */
            version: number;
        };
        PrimitiveBody: {
            artifact: string;
            deployments: components["schemas"]["DeploymentBody"][];
            descriptor?: string | null;
            specification: string;
            vault?: string | null;
        };
        PrimitiveView: {
            primitive: components["schemas"]["Primitive"];
            steps: components["schemas"]["Step"][];
        };
        ProbationView: {
            amount?: string | null;
            /** Format: int32 */
            cleanDays: number;
            /** Format: int32 */
            daysPerStage: number;
            /** Format: date */
            judged: string;
            route: string;
            /** Format: date-time */
            since: string;
            /** Format: int32 */
            stage: number;
            stages: string[];
            token: string;
            why: string;
            /** Format: duration */
            window: string;
        };
        Proof: {
            /** Format: date-time */
            at: string;
            codeHash: string;
            /** Format: uuid */
            run: string;
            stale?: boolean | null;
            verdict: string;
            /** Format: int32 */
            version: number;
        };
        ProofView: {
            account: string;
            agrees: boolean;
            /** Format: int64 */
            block: number;
            blockHash: string;
            books: string;
            chain: string;
            detail?: string | null;
            difference: string;
            onChain: string;
            /** Format: date-time */
            provedAt?: string | null;
            /** Format: date-time */
            since?: string | null;
            subject: string;
        };
        Provider: {
            operator: string;
            /** Format: uri */
            url: string;
            /** Format: uri */
            webSocketUrl?: string | null;
        };
        ProviderScore: {
            /** Format: int64 */
            calls: number;
            /** Format: int64 */
            disagreements: number;
            failures: {
                [key: string]: number;
            };
            /** Format: int64 */
            head: number;
            /** Format: int64 */
            lag: number;
            name: string;
            /** Format: int64 */
            p95Millis: number;
            /** Format: int64 */
            remainingSeconds: number;
            /** Format: int64 */
            requests: number;
            /** @enum {string} */
            state: "IN" | "LAGGING" | "STALLED" | "CONTRADICTED" | "RATE_LIMITED" | "FAILING";
            weight: components["schemas"]["Weight"];
            why: string;
        };
        ProvidersView: {
            /** Format: date-time */
            at: string;
            items: components["schemas"]["ProviderView"][];
            /** Format: duration */
            window: string;
        };
        ProviderView: {
            breached: components["schemas"]["Breach"][];
            chain: string;
            /** Format: int64 */
            chainId: number;
            disagreements: components["schemas"]["Figure"];
            down: components["schemas"]["Figure"];
            errors: {
                [key: string]: number;
            };
            lagMean: components["schemas"]["Figure"];
            lagMost: components["schemas"]["Figure"];
            lagMostBlocks: components["schemas"]["Figure"];
            /** Format: date-time */
            lastProbeAt?: string | null;
            latencyP50: components["schemas"]["Figure"];
            latencyP95: components["schemas"]["Figure"];
            latencyP99: components["schemas"]["Figure"];
            name: string;
            omittedLogs: components["schemas"]["Figure"];
            operator: string;
            provider: string;
            soakFailures: components["schemas"]["Figure"];
            throughput: components["schemas"]["Figure"];
            uptime: components["schemas"]["Figure"];
            watched: boolean;
            /** Format: date-time */
            watchedSince: string;
        };
        Purse: {
            balance?: string | null;
            low: boolean;
            maxFee?: string | null;
            /** Format: date-time */
            seenAt?: string | null;
            toppedUp: string;
        };
        Queued: {
            /** Format: int32 */
            queued: number;
        };
        QuotedFinality: {
            /** Format: int32 */
            confirmations?: number | null;
            /** Format: int64 */
            estimateSeconds?: number | null;
            tag?: string | null;
        };
        QuoteRequest: {
            amount?: string | null;
            fromChain: string;
            fromHandler: string;
            /** Format: int64 */
            handlerGas?: number | null;
            /** Format: int64 */
            nonce?: number | null;
            payer?: string | null;
            payload?: string | null;
            /** Format: int32 */
            payloadBytes?: number | null;
            payloadHash?: string | null;
            paymentToken?: string | null;
            receiver?: string | null;
            sender?: string | null;
            toChain: string;
            toHandler: string;
        };
        QuoteView: {
            amount?: string | null;
            bitcoin?: components["schemas"]["BitcoinView"] | null;
            charging: components["schemas"]["Charging"];
            concern?: string | null;
            /** Format: date-time */
            expiresAt: string;
            finality: components["schemas"]["QuotedFinality"];
            /** Format: int64 */
            handlerGas: number;
            /** Format: date-time */
            issuedAt: string;
            legs: components["schemas"]["LegView"][];
            margin: string;
            payable: components["schemas"]["PayableView"][];
            /** Format: int32 */
            payloadBytes: number;
            paymentToken: string;
            quoteId: string;
            route: string;
            signed?: components["schemas"]["SignedView"] | null;
            total: string;
        };
        RateBody: {
            because: string;
            sameAs?: string | null;
            usd?: number | null;
        };
        RateView: {
            /** Format: date-time */
            at: string;
            because: string;
            by: string;
            chain: string;
            sameAs?: string | null;
            usd?: string | null;
        };
        ReasonBody: {
            reason: string;
        };
        ReasonsBody: {
            reasons: string[];
        };
        Receipt: {
            payer: string;
            prepaid: string;
            refund: string;
            spent: string;
            txid: string;
        };
        ReceiptView: {
            message: components["schemas"]["EndedMessage"];
            receipts: components["schemas"]["AccountReceipt"][];
        };
        RedriveBody: {
            because: string;
            chain?: string | null;
            /** Format: int32 */
            limit?: number | null;
            /** Format: duration */
            olderThan?: string | null;
            reason?: ("SIGNATURES_MISSING" | "GAS_UNDECIDED" | "UNDERFUNDED" | "UNKNOWN_ROUTE" | "ROUTE_CLOSED" | "CHAIN_NOT_SERVED" | "LIMIT" | "LIQUIDITY" | "PAUSED" | "PAUSED_ON_CHAIN" | "REORG" | "RPC" | "HANDLER_REVERTED" | "REVERTED" | "GAS_PRICE" | "GAS_LIMIT" | "KEY_WITHOUT_FUNDS" | "NONCE_TAKEN" | "UNMENTIONED" | "EXPIRED") | null;
            route?: string | null;
            /** @enum {string} */
            stage: "OBSERVED" | "FINAL" | "ADMITTED" | "DELIVERING" | "DELIVERED" | "CALLING_BACK" | "SETTLED" | "REFUSED" | "WAITING_FOR_GAS" | "HELD" | "PARKED" | "EXPIRED" | "ORPHANED";
        };
        Refusal: {
            quoteId: string;
            reason: string;
            txid: string;
        };
        Refused: {
            reason: string;
            validator: string;
        };
        RelayerPage: {
            items: components["schemas"]["WaitingMessage"][];
            next?: string | null;
        };
        RelayerRefusal: {
            /** Format: date-time */
            at?: string | null;
            cosigner: string;
            detail: string;
            member?: string | null;
            reason: string;
        };
        RelayerStep: {
            /** Format: int64 */
            batch: number;
            /** Format: int64 */
            fee: number;
            kind: string;
            /** Format: int64 */
            paid?: number | null;
            /** Format: date-time */
            proposedAt: string;
            refusals: components["schemas"]["RelayerRefusal"][];
            /** Format: int32 */
            round: number;
            /** Format: int64 */
            satsPerKvb: number;
            /** Format: date-time */
            sentAt?: string | null;
            /** Format: int64 */
            share?: number | null;
            signatures: components["schemas"]["Signature"][];
            /** @enum {string} */
            state: "PROPOSED" | "SIGNED" | "SENT" | "REFUSED";
            txHash: string;
        };
        RelayerWanted: {
            handler: string;
            recipient: string;
        };
        Report: {
            /** Format: date-time */
            at: string;
            guardian?: string | null;
            /** @enum {string} */
            progress: "NO_GUARDIAN" | "SENT" | "PAUSED";
            txHash?: string | null;
        };
        Republished: {
            /** Format: int32 */
            facts: number;
        };
        Request: {
            /** @enum {string} */
            action: "REDRIVE" | "RELEASE";
            /** Format: int64 */
            id: number;
            reason: string;
            /** Format: date-time */
            requestedAt: string;
            requestedBy: string;
            txids: string[];
        };
        RevisionBody: {
            reasons: string[];
            specification: string;
        };
        RouteBody: {
            finality?: components["schemas"]["FinalityTier"][] | null;
            from: string;
            status?: ("ACTIVE" | "SUSPENDED" | "RETIRED") | null;
            to: string;
        };
        RouteState: {
            /** Format: date-time */
            at: string;
            finality: components["schemas"]["FinalityTier"][];
            route: string;
            /** @enum {string} */
            status: "ACTIVE" | "SUSPENDED" | "RETIRED";
        };
        RouteView: {
            from: string;
            to: string;
        };
        RunBody: {
            areas?: string[] | null;
            trial?: components["schemas"]["TrialBody"] | null;
        };
        RunView: {
            actor: string;
            /** Format: int32 */
            all: number;
            areas: string[];
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            beganAt?: string | null;
            broken?: string | null;
            /** @enum {string} */
            cause: "REQUESTED" | "NIGHTLY";
            chain: string;
            /** Format: int32 */
            done: number;
            /** Format: date-time */
            endedAt?: string | null;
            findings?: components["schemas"]["Found"][] | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "WAITING" | "RUNNING" | "FINISHED" | "BROKEN_OFF";
            suite: string;
        };
        Said: {
            digest: string;
            root?: string | null;
            signature: string;
        };
        SettlementRequest: {
            quote?: components["schemas"]["QuoteRequest"] | null;
            quoteId?: string | null;
            receiver?: string | null;
            sender: string;
        };
        SettlementView: {
            allowance: components["schemas"]["AllowanceView"];
            approve?: components["schemas"]["TransactionView"] | null;
            /** Format: date-time */
            expiresAt: string;
            quote: components["schemas"]["QuoteView"];
            send: components["schemas"]["TransactionView"];
            txid: string;
        };
        ShortView: {
            /** Format: date-time */
            appliedAt: string;
            chain: string;
            /** Format: int64 */
            chainId: number;
            /** Format: uuid */
            id: string;
            owner: string;
            /** @enum {string} */
            stage: "APPLIED" | "REVIEWING" | "CALL_SCHEDULED" | "CONFORMANCE" | "TESTNET" | "MAINNET_DEPLOYED" | "LIVE" | "SUSPENDED" | "RETIRED" | "REJECTED" | "WITHDRAWN";
        };
        Shown: {
            deposit: components["schemas"]["One"];
            outcome?: ("SUCCESS" | "FAILED") | null;
            toldAgain: components["schemas"]["Telling"][];
        };
        Signature: {
            /** Format: date-time */
            at: string;
            cosigner: string;
        };
        Signed: {
            root?: string | null;
            /** Format: date-time */
            signedAt: string;
            validator: string;
            verified: boolean;
        };
        SignedView: {
            domain: components["schemas"]["Domain"];
            quote: components["schemas"]["Struct"];
            sender: string;
            signature: string;
            signer: string;
        };
        Simulation: {
            trial: {
                [key: string]: string;
            };
            txid: string;
        };
        Spent: {
            callback?: string | null;
            delivery?: string | null;
            deliveryNative?: string | null;
            failed: string;
            refundTransaction?: string | null;
            total: string;
        };
        SseEmitter: {
            /** Format: int64 */
            timeout?: number;
        };
        StageBody: {
            because: string;
            from: string;
            /** Format: int32 */
            stage: number;
            to: string;
        };
        StagesBody: {
            because: string;
            from: string;
            stages: string[];
            to: string;
        };
        StageView: {
            /** Format: int64 */
            seconds: number;
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            stage: "APPLIED" | "REVIEWING" | "CALL_SCHEDULED" | "CONFORMANCE" | "TESTNET" | "MAINNET_DEPLOYED" | "LIVE" | "SUSPENDED" | "RETIRED" | "REJECTED" | "WITHDRAWN";
            /** Format: date-time */
            until?: string | null;
        };
        Standing: {
            /** Format: int64 */
            messages: number;
            route?: components["schemas"]["RouteView"] | null;
            stage: string;
        };
        StatedHandler: {
            address: string;
            counterparts: string[];
            /** Format: int32 */
            decimals: number;
            /** @enum {string} */
            mode: "MINT_BURN" | "LOCK_MINT" | "BURN_UNLOCK" | "LOCK_UNLOCK";
            token: string;
        };
        Statement: {
            /** Format: date-time */
            at: string;
            balanced: boolean;
            hash: string;
            /** Format: int64 */
            number: number;
            signature: string;
            signer: string;
            text: string;
        };
        StatementView: {
            digest: string;
            statement: string;
        };
        Step: {
            /** Format: date-time */
            at: string;
            by: string;
            reasons: string[];
            /** @enum {string} */
            state: "DRAFT" | "SUBMITTED" | "REFUSED" | "ADMITTED" | "LIVE" | "WITHDRAWN";
        };
        StepRequest: {
            amount?: string | null;
            amounts?: string[] | null;
            artifact: string;
            btcAddress?: string | null;
            chain?: string | null;
            contract?: string | null;
            from?: string | null;
            /** @enum {string} */
            kind: "DEPOSIT" | "TRANSFER" | "STAKE" | "UNSTAKE" | "WRAP" | "UNWRAP" | "POOL" | "UNPOOL" | "CONVERT" | "WITHDRAW";
            /** Format: duration */
            patience?: string | null;
            to?: string | null;
            toArtifact?: string | null;
            toChain?: string | null;
        };
        StepView: {
            /** Format: date-time */
            doneAt?: string | null;
            latest?: components["schemas"]["Checked"] | null;
            /** Format: date-time */
            openedAt: string;
            /** Format: int64 */
            seconds: number;
            /** @enum {string} */
            standing: "OPEN" | "PASSED" | "WAIVED";
            /** @enum {string} */
            step: "CONFORMANCE_PASSED" | "SETTLEMENT_DEPLOYED" | "HANDLER_DEPLOYED" | "LAYER_INTEGRATED" | "MESSAGES_TESTED" | "MAINNET_DEPLOYED";
        };
        Stop: {
            actor: string;
            detail: string;
            /** @enum {string} */
            reason: "SIGNATURES_MISSING" | "GAS_UNDECIDED" | "UNDERFUNDED" | "UNKNOWN_ROUTE" | "ROUTE_CLOSED" | "CHAIN_NOT_SERVED" | "LIMIT" | "LIQUIDITY" | "PAUSED" | "PAUSED_ON_CHAIN" | "REORG" | "RPC" | "HANDLER_REVERTED" | "REVERTED" | "GAS_PRICE" | "GAS_LIMIT" | "KEY_WITHOUT_FUNDS" | "NONCE_TAKEN" | "UNMENTIONED" | "EXPIRED";
            /** @enum {string} */
            scope: "CHAIN" | "ROUTE" | "HANDLER";
            shadow: boolean;
            /** Format: date-time */
            since: string;
            subject: string;
        };
        StopBody: {
            because: string;
            /** @enum {string} */
            scope: "CHAIN" | "ROUTE" | "HANDLER";
            shadow?: boolean | null;
            subject: string;
        };
        StreamingResponseBody: unknown;
        Struct: {
            amount: string;
            /** Format: int64 */
            expiry: number;
            id: string;
            legsHash: string;
            payer: string;
            payloadHash: string;
            txid: string;
        };
        Summary: {
            complete: boolean;
            items: components["schemas"]["Standing"][];
            /** Format: date-time */
            since: string;
        };
        SupplyView: {
            artifact: string;
            balanced: boolean;
            chains: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            expected: string;
            inFlight: string;
            total: string;
            /** Format: int64 */
            unproved: number;
        };
        Telling: {
            /** Format: date-time */
            at: string;
            because: string;
            by: string;
            /** Format: int32 */
            round: number;
            txid: string;
        };
        TextBody: {
            text: string;
        };
        Timeline: {
            batches: components["schemas"]["BatchEnd"][];
            steps: components["schemas"]["RelayerStep"][];
            withdrawal: components["schemas"]["One"];
        };
        TotalView: {
            chain: string;
            prepayment: string;
            transactions: string;
        };
        TransactionView: {
            /** Format: int64 */
            chainId: number;
            data: string;
            from: string;
            /** Format: int64 */
            gas: number;
            to: string;
            /** Format: int32 */
            type: number;
            value: string;
        };
        TransferView: {
            amount: string;
            fromToken: string;
            receiver: string;
            toToken: string;
        };
        Tree: {
            /** Format: date-time */
            builtAt: string;
            chain: string;
            /** Format: int32 */
            count: number;
            /** Format: date-time */
            publishedAt?: string | null;
            publishedTx?: string | null;
            root: string;
            uri: string;
            vault: string;
        };
        TrialBody: {
            /** Format: int64 */
            gas?: number | null;
            message?: string | null;
            /** Format: int32 */
            payloadType?: number | null;
            peer?: string | null;
            send?: string | null;
        };
        ValidatorsBody: {
            /** Format: int64 */
            epoch?: number | null;
            /** Format: int32 */
            required: number;
            validators: string[];
        };
        ValidatorSetState: {
            /** Format: date-time */
            at: string;
            chain: string;
            /** Format: int64 */
            epoch: number;
            /** Format: int32 */
            required: number;
            validators: string[];
        };
        VerifiedView: {
            artifact: string;
            /** Format: int64 */
            broken?: number | null;
            /** Format: int64 */
            from: number;
            /** Format: int64 */
            next?: number | null;
            /** Format: int64 */
            to: number;
            whole: boolean;
            wrongBalances: string[];
        };
        Version: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            because: "RUN" | "WAIVER";
            chain: string;
            complete: boolean;
            counts: components["schemas"]["Counts"];
            digest: string;
            /** Format: int32 */
            measure?: number | null;
            /** Format: uuid */
            run: string;
            subject: string;
            /** @enum {string} */
            verdict: "PASS" | "FAIL" | "WAIVED" | "UNKNOWN";
            /** Format: int32 */
            version: number;
            worse: components["schemas"]["Worse"][];
        };
        View: {
            cap?: string | null;
            chain: string;
            covered: string;
            quoted: string;
            total: string;
        };
        WaitingMessage: {
            reason?: string | null;
            route: string;
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            stage: "OBSERVED" | "FINAL" | "ADMITTED" | "DELIVERING" | "DELIVERED" | "CALLING_BACK" | "SETTLED" | "REFUSED" | "WAITING_FOR_GAS" | "HELD" | "PARKED" | "EXPIRED" | "ORPHANED";
            txid: string;
        };
        Waiver: {
            by: string;
            reason: string;
            requirement: string;
        };
        WaiversView: {
            said: components["schemas"]["Word"][];
            standing: components["schemas"]["Waiver"][];
        };
        Wanted: {
            description?: string | null;
            handler?: string | null;
            route?: string | null;
            types?: string[] | null;
            url: string;
        };
        WayToPay: {
            account: string;
            amount: string;
            call: string;
            chain: string;
            data: string;
            vault: string;
        };
        Webhook: {
            /** Format: date-time */
            createdAt: string;
            description: string;
            /** Format: date-time */
            failingSince?: string | null;
            /** Format: date-time */
            formerSecretUntil?: string | null;
            handler?: string | null;
            id: string;
            reason?: string | null;
            route?: string | null;
            secret?: string | null;
            /** @enum {string} */
            state: "ACTIVE" | "DISABLED";
            types: string[];
            url: string;
        };
        Weight: {
            /** Format: int32 */
            configured: number;
            /** Format: int32 */
            percent: number;
            why: string;
        };
        Word: {
            actor: string;
            /** Format: date-time */
            at: string;
            reason: string;
            requirement: string;
            waived: boolean;
        };
        WorkCount: {
            /** Format: int64 */
            claimed: number;
            /** Format: int64 */
            inFlight: number;
            /** Format: int64 */
            mined: number;
            /** Format: date-time */
            oldestReady?: string | null;
            /** Format: int64 */
            parked: number;
            /** Format: int64 */
            ready: number;
            /** Format: int64 */
            sent: number;
            /** Format: int64 */
            underfunded: number;
        };
        Worse: {
            /** @enum {string} */
            after: "PASS" | "FAIL" | "WAIVED" | "UNKNOWN";
            /** @enum {string} */
            before: "PASS" | "FAIL" | "WAIVED" | "UNKNOWN";
            requirement: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
