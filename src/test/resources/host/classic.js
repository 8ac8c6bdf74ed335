window.connected = initializeChatWebsocket()
