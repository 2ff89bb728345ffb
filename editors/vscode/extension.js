// Starts the language server, `hubbubc lsp`, once a Hubbub file is opened.

const { workspace } = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

exports.activate = async () => {
    const settings = workspace.getConfiguration("hubbub");
    const server = { command: settings.get("server.path"), args: ["lsp"], transport: TransportKind.stdio };
    client = new LanguageClient("hubbub", "Hubbub", server, {
        documentSelector: [{ language: "hubbub" }],
        initializationOptions: { moduleFolders: settings.get("moduleFolders"), defines: settings.get("defines") },
        synchronize: { configurationSection: "hubbub" },
    });
    await client.start();
};

exports.deactivate = () => client?.stop();
