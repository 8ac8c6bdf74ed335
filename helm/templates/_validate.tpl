{{/*
What the schema cannot say: what one value means for another. Everything wrong is told at once.
The names of variables that a value sets are refused in config and extraEnv, where they would count twice.
*/}}
{{- define "chat.validate" -}}
{{- $wrong := list -}}
{{- with .Values -}}

{{- if not .database.url -}}
{{- $wrong = append $wrong "database.url: name the database, as jdbc:postgresql://db:5432/chat" -}}
{{- end -}}
{{- if not .database.existingSecret -}}
{{- $wrong = append $wrong "database.existingSecret: name the secret with the database's user and password" -}}
{{- end -}}

{{- $keys := compact (list .oidc.issuer .oidc.jwksUrl .oidc.publicKey) -}}
{{- if ne (len $keys) 1 -}}
{{- $wrong = append $wrong "oidc: set one of oidc.issuer, oidc.jwksUrl and oidc.publicKey, which say whose tokens are taken" -}}
{{- end -}}
{{- if and (or .oidc.jwksUrl .oidc.publicKey) (not .oidc.tokenIssuer) -}}
{{- $wrong = append $wrong "oidc.tokenIssuer: is needed with oidc.jwksUrl and oidc.publicKey, since no document of the provider is read" -}}
{{- end -}}
{{- if not (or .oidc.audience .oidc.clientId) -}}
{{- $wrong = append $wrong "oidc.audience: say to whom tokens are made out, or name oidc.clientId" -}}
{{- end -}}
{{- if and .oidc.client.existingSecret (not .oidc.clientId) -}}
{{- $wrong = append $wrong "oidc.clientId: is needed with oidc.client.existingSecret" -}}
{{- end -}}
{{- $pageLogin := and .oidc.clientId (or .oidc.issuer (hasKey .config "QUARKUS_OIDC_PAGE_AUTH_SERVER_URL")) -}}
{{- if and $pageLogin (not .session.existingSecret) (eq (include "chat.several" $) "true") -}}
{{- $wrong = append $wrong "session.existingSecret: several pods need the same two keys of the page's session" -}}
{{- end -}}

{{- if and (eq .relay.kind "local") (eq (include "chat.several" $) "true") -}}
{{- $wrong = append $wrong "relay.kind: local is for one pod alone; set replicas to 1 and autoscaling.enabled to false, or use postgres" -}}
{{- end -}}
{{- $redis := compact (list .relay.redis.hosts .relay.redis.existingSecret) -}}
{{- if and (eq .relay.kind "redis") (ne (len $redis) 1) -}}
{{- $wrong = append $wrong "relay.redis: set relay.redis.hosts or relay.redis.existingSecret, and not both" -}}
{{- end -}}
{{- if and (ne .relay.kind "redis") $redis -}}
{{- $wrong = append $wrong "relay.kind: is not redis, but relay.redis names one" -}}
{{- end -}}
{{- if and .relay.listenUrl (ne .relay.kind "postgres") -}}
{{- $wrong = append $wrong "relay.listenUrl: only means something with relay.kind postgres" -}}
{{- end -}}

{{- if and .migration.existingSecret (eq .migration.mode "atStart") -}}
{{- $wrong = append $wrong "migration.existingSecret: with migration.mode atStart the serving role migrates; use init or job" -}}
{{- end -}}

{{- if or .httpRoute.enabled .ingress.enabled -}}
{{- if not .host -}}
{{- $wrong = append $wrong "host: name the host at which people reach the chat, or turn httpRoute.enabled and ingress.enabled off" -}}
{{- end -}}
{{- end -}}
{{- if and .httpRoute.enabled (not .httpRoute.parentRefs) -}}
{{- $wrong = append $wrong "httpRoute.parentRefs: name the gateway, or turn httpRoute.enabled off" -}}
{{- end -}}

{{- if .autoscaling.enabled -}}
{{- if gt (int .autoscaling.minReplicas) (int .autoscaling.maxReplicas) -}}
{{- $wrong = append $wrong "autoscaling.minReplicas: is above autoscaling.maxReplicas" -}}
{{- end -}}
{{- if not (or .autoscaling.cpuPercent .autoscaling.connections) -}}
{{- $wrong = append $wrong "autoscaling: set autoscaling.cpuPercent, autoscaling.connections or both" -}}
{{- end -}}
{{- end -}}

{{- with .terminationGracePeriodSeconds -}}
{{- if lt (int .) (int (include "chat.leastGrace" $)) -}}
{{- $wrong = append $wrong (printf "terminationGracePeriodSeconds: %d is too short, it takes at least %s (drain.preStopSeconds + drain.window + 20)" (int .) (include "chat.leastGrace" $)) -}}
{{- end -}}
{{- end -}}

{{- $ours := include "chat.valueOfVariable" $ | fromYaml -}}
{{- range $name, $value := .config -}}
{{- with get $ours $name -}}
{{- $wrong = append $wrong (printf "config.%s: is set by the value %s" $name .) -}}
{{- end -}}
{{- if regexMatch "PASSWORD|SECRET|CREDENTIALS|PRIVATE_KEY|OTLP(_[A-Z]+)*_HEADERS" $name -}}
{{- $wrong = append $wrong (printf "config.%s: looks like a secret, which does not belong into values; use extraEnv with valueFrom.secretKeyRef" $name) -}}
{{- end -}}
{{- end -}}
{{- range .args -}}
{{- if regexMatch "^-D(chat|quarkus)[.]" . -}}
{{- $wrong = append $wrong (printf "args: %s is a setting, which belongs into config by the name of its variable" .) -}}
{{- end -}}
{{- end -}}
{{- range .extraEnv -}}
{{- if and (regexMatch "PASSWORD|SECRET|CREDENTIALS|PRIVATE_KEY|OTLP(_[A-Z]+)*_HEADERS" .name) (hasKey . "value") -}}
{{- $wrong = append $wrong (printf "extraEnv: %s looks like a secret, which does not belong into values; use valueFrom.secretKeyRef" .name) -}}
{{- end -}}
{{- if hasKey $.Values.config .name -}}
{{- $wrong = append $wrong (printf "extraEnv: %s is in config too" .name) -}}
{{- end -}}
{{- $name := .name -}}
{{- with get $ours $name -}}
{{- $wrong = append $wrong (printf "extraEnv: %s is set by the value %s" $name .) -}}
{{- end -}}
{{- end -}}

{{- end -}}
{{- if $wrong -}}
{{- fail (printf "\n\nThese values cannot work:\n  - %s\n" (join "\n  - " $wrong)) -}}
{{- end -}}
{{- end -}}

{{- define "chat.valueOfVariable" -}}
QUARKUS_DATASOURCE_JDBC_URL: database.url
QUARKUS_DATASOURCE_USERNAME: database.existingSecret
QUARKUS_DATASOURCE_PASSWORD: database.existingSecret
QUARKUS_DATASOURCE_JDBC_MAX_SIZE: database.poolSize
CHAT_MIGRATE: migration.mode
QUARKUS_OIDC_AUTH_SERVER_URL: oidc.issuer
QUARKUS_OIDC_JWKS_PATH: oidc.jwksUrl
QUARKUS_OIDC_PUBLIC_KEY: oidc.publicKey
QUARKUS_OIDC_TOKEN_ISSUER: oidc.tokenIssuer
QUARKUS_OIDC_TOKEN_AUDIENCE: oidc.audience
QUARKUS_OIDC_CLIENT_ID: oidc.clientId
QUARKUS_OIDC_PAGE_CREDENTIALS_SECRET: oidc.client.existingSecret
QUARKUS_OIDC_ROLES_ROLE_CLAIM_PATH: oidc.roleClaimPath
CHAT_USER_ID_CLAIM: oidc.userIdClaim
CHAT_ADMIN_ROLE: oidc.adminRole
QUARKUS_OIDC_PAGE_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET: session.existingSecret
QUARKUS_OIDC_PAGE_AUTHENTICATION_STATE_SECRET: session.existingSecret
CHAT_RELAY: relay.kind
CHAT_RELAY_LISTEN_URL: relay.listenUrl
QUARKUS_REDIS_HOSTS: relay.redis.hosts
QUARKUS_REDIS_CLIENT_TYPE: relay.redis.clientType
QUARKUS_REDIS_TLS_CONFIGURATION_NAME: relay.redis.ca.existingSecret
QUARKUS_TLS_REDIS_TRUST_STORE_PEM_CERTS: relay.redis.ca.existingSecret
QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT: traces.endpoint
QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL: traces.protocol
QUARKUS_OTEL_TRACES_SAMPLER_ARG: traces.share
QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING: proxy.enabled
QUARKUS_HTTP_PROXY_ALLOW_FORWARDED: proxy.forwarded
QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST: proxy.forwardedHost
QUARKUS_HTTP_PROXY_TRUSTED_PROXIES: proxy.trusted
CHAT_ORIGINS: page.origins
CHAT_PAGE_FRAME_ANCESTORS: page.frameAncestors
CHAT_PAGE_IMAGE_SOURCES: page.imageSources
CHAT_SOCKET_MAX_CONNECTIONS: maxConnections
CHAT_SOCKET_DRAIN: drain.window
QUARKUS_HTTP_PORT: service.port
QUARKUS_MANAGEMENT_PORT: service.port
{{- end -}}
