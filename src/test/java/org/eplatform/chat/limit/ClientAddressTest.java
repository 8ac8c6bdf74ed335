package org.eplatform.chat.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void addressesOfOneNetworkThatItsOwnerMayChooseFromCountAsOne() {
        assertThat(ClientAddress.of("2001:db8:1:2::1")).isEqualTo(ClientAddress.of("2001:db8:1:2:ffff:ffff:ffff:ffff")).isNotEqualTo(ClientAddress.of("2001:db8:1:3::1"));
    }

    @Test
    void eachIpv4AddressIsOneHoweverItIsWritten() {
        assertThat(ClientAddress.of("203.0.113.7")).isEqualTo(ClientAddress.of("::ffff:203.0.113.7")).isNotEqualTo(ClientAddress.of("203.0.113.8"));
    }

    @Test
    void whatIsNoAddressIsOnlyText() {
        assertThat(ClientAddress.of("unknown")).isEqualTo(ClientAddress.of("unknown")).isNotEqualTo(ClientAddress.of("_hidden"));
        assertThat(ClientAddress.of((String) null)).isEqualTo(ClientAddress.of((String) null));
    }
}
