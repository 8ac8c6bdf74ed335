/// `chat verify`: drives a running deployment from outside, cuts connections and kills it meanwhile, and proves from what its clients wrote down that
/// nothing was lost, doubled or reordered. A black box: it speaks `docs/protocol.md` and uses nothing of the service.
///
/// All clients live on one [Loop] and reach the service by one [Deployment]; the tests replace both by a model in virtual time, with seeded bugs.
package org.eplatform.chat.verify;
