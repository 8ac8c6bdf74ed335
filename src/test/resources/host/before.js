window.eplatformChat = { getToken: () => fetch('token?user=alice').then(answer => answer.text()) }
