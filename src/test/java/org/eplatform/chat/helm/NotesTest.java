package org.eplatform.chat.helm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What an installation says in the end.
class NotesTest {

    @Test
    void theySayWhereThePageIsAndWhatTheProviderHasToPermit() {
        assertThat(Chart.notes(Chart.values("minimal"))).contains("https://chat.example.org/chat/", "https://chat.example.org/chat/back-channel-logout", "chat-admin",
                "helm test talk -n platform", "rollout status deployment/talk-eplatform-chat");
    }

    @Test
    void theySayWhatTheDatabaseHasToBear() {
        assertThat(Chart.notes(Chart.values("minimal"))).contains("63 connections"); // (2 + 1) * (20 + 1)
        assertThat(Chart.notes(Chart.values("everything"))).contains("143 connections"); // (10 + 1) * (12 + 1)
    }

    @Test
    void theySayWhatIsNotYetAsProductionShouldBe() {
        assertThat(Chart.notes(Chart.values("alone"))).contains("port-forward", "nobody can log in", "One pod", "image.digest", "database.ca.existingSecret",
                "networkPolicy.enabled", "metrics.podMonitor");
        assertThat(Chart.notes(Chart.values("minimal"))).contains("proxy.trusted", "networkPolicy.ingress.http").doesNotContain("One pod", "ingress.tlsSecret");
    }

    @Test
    void withAllOfThatDoneThereIsNothingToSay() {
        var careful = Values.of("""
                image: {digest: sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef}
                proxy: {trusted: [10.0.0.0/8]}
                database: {ca: {existingSecret: chat-db-ca}}
                networkPolicy: {ingress: {http: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: gateways}}}]}}
                metrics: {podMonitor: {enabled: true}}
                httpRoute: {enabled: false}
                ingress: {enabled: true, tlsSecret: chat-tls}
                """);

        assertThat(Chart.notes(Chart.values("minimal"), careful)).contains("Next:").doesNotContain("Not yet");
        assertThat(Chart.notes(Chart.values("minimal"), careful, Values.of("ingress: {tlsSecret: ''}"))).contains("Not yet", "ingress.tlsSecret");
    }
}
