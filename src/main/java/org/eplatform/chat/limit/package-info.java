/// How often each thing may be done ([org.eplatform.chat.protocol.RateLimit]), by whom or from where. Token buckets, one for each key, in this process: with several replicas each
/// of them permits as much.
package org.eplatform.chat.limit;
