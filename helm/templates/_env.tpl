{{/* chat.variable (list NAME VALUE): a line of the environment, where there is a value. */}}
{{- define "chat.variable" -}}
{{- if ne (toString (index . 1)) "" }}
- name: {{ index . 0 }}
  value: {{ index . 1 | toString | quote }}
{{- end }}
{{- end -}}

{{/* A whole number as it was written: Helm reads it as a fraction, and would print a million as 1e+06. */}}
{{- define "chat.text" -}}
{{- if kindIs "float64" . -}}
{{- ternary (printf "%.0f" .) (toString .) (eq (floor .) .) -}}
{{- else -}}
{{- toString . -}}
{{- end -}}
{{- end -}}

{{/* chat.secret (list NAME SECRET KEY): the same from a secret. */}}
{{- define "chat.secret" -}}
{{- if index . 1 }}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ index . 2 }}
{{- end }}
{{- end -}}

{{/* chat.jdbc (dict root url): the address, with the mounted authority where it does not name a mode of TLS itself. */}}
{{- define "chat.jdbc" -}}
{{- .url -}}
{{- if and .url .root.Values.database.ca.existingSecret (not (contains "sslmode=" .url)) -}}
{{- ternary "&" "?" (contains "?" .url) -}}sslmode=verify-full&sslrootcert=/etc/chat/database/ca.crt
{{- end -}}
{{- end -}}

{{/* chat.databaseEnv (dict root migrating) */}}
{{- define "chat.databaseEnv" -}}
{{- $values := .root.Values -}}
{{- $role := ternary $values.migration $values.database (and .migrating (ne $values.migration.existingSecret "")) -}}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ include "chat.jdbc" (dict "root" .root "url" $values.database.url) | quote }}
{{- include "chat.secret" (list "QUARKUS_DATASOURCE_USERNAME" $role.existingSecret $role.usernameKey) }}
{{- include "chat.secret" (list "QUARKUS_DATASOURCE_PASSWORD" $role.existingSecret $role.passwordKey) }}
{{- end -}}

{{- define "chat.oidcEnv" -}}
{{- with .Values.oidc -}}
{{- include "chat.variable" (list "QUARKUS_OIDC_AUTH_SERVER_URL" .issuer) }}
{{- include "chat.variable" (list "QUARKUS_OIDC_JWKS_PATH" .jwksUrl) }}
{{- include "chat.variable" (list "QUARKUS_OIDC_PUBLIC_KEY" .publicKey) }}
{{- include "chat.variable" (list "QUARKUS_OIDC_TOKEN_ISSUER" .tokenIssuer) }}
{{- include "chat.variable" (list "QUARKUS_OIDC_TOKEN_AUDIENCE" .audience) }}
{{- include "chat.variable" (list "QUARKUS_OIDC_CLIENT_ID" .clientId) }}
{{- include "chat.secret" (list "QUARKUS_OIDC_PAGE_CREDENTIALS_SECRET" .client.existingSecret .client.key) }}
{{- include "chat.variable" (list "QUARKUS_OIDC_ROLES_ROLE_CLAIM_PATH" .roleClaimPath) }}
{{- include "chat.variable" (list "CHAT_USER_ID_CLAIM" .userIdClaim) }}
{{- include "chat.variable" (list "CHAT_ADMIN_ROLE" .adminRole) }}
{{- end }}
{{- with .Values.session }}
{{- include "chat.secret" (list "QUARKUS_OIDC_PAGE_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET" .existingSecret .encryptionKey) }}
{{- include "chat.secret" (list "QUARKUS_OIDC_PAGE_AUTHENTICATION_STATE_SECRET" .existingSecret .stateKey) }}
{{- end }}
{{- end -}}

{{- define "chat.relayEnv" -}}
{{- include "chat.variable" (list "CHAT_RELAY" .Values.relay.kind) }}
{{- include "chat.variable" (list "CHAT_RELAY_LISTEN_URL" (include "chat.jdbc" (dict "root" . "url" .Values.relay.listenUrl))) }}
{{- if eq .Values.relay.kind "redis" }}
{{- with .Values.relay.redis }}
{{- include "chat.variable" (list "QUARKUS_REDIS_HOSTS" .hosts) }}
{{- include "chat.secret" (list "QUARKUS_REDIS_HOSTS" .existingSecret .key) }}
{{- include "chat.variable" (list "QUARKUS_REDIS_CLIENT_TYPE" .clientType) }}
{{- if .ca.existingSecret }}
- name: QUARKUS_REDIS_TLS_CONFIGURATION_NAME
  value: redis
- name: QUARKUS_TLS_REDIS_TRUST_STORE_PEM_CERTS
  value: /etc/chat/redis/ca.crt
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "chat.proxyEnv" -}}
{{- if .Values.proxy.enabled }}
- name: QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING
  value: "true"
- name: QUARKUS_HTTP_PROXY_ALLOW_FORWARDED
  value: {{ .Values.proxy.forwarded | quote }}
- name: QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST
  value: {{ .Values.proxy.forwardedHost | quote }}
{{- include "chat.variable" (list "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES" (join "," .Values.proxy.trusted)) }}
{{- end }}
{{- end -}}

{{- define "chat.tracesEnv" -}}
{{- with .Values.traces }}
{{- if .endpoint }}
- name: QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ .endpoint | quote }}
- name: QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL
  value: {{ .protocol }}
- name: QUARKUS_OTEL_TRACES_SAMPLER_ARG
  value: {{ .share | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{/* What the operator adds goes to the migration too: it may change how the database is reached. */}}
{{- define "chat.furtherEnv" -}}
{{- range $name, $value := .Values.config }}
- name: {{ $name }}
  value: {{ include "chat.text" $value | quote }}
{{- end }}
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "chat.env" -}}
{{- include "chat.databaseEnv" (dict "root" . "migrating" false) }}
- name: QUARKUS_DATASOURCE_JDBC_MAX_SIZE
  value: {{ .Values.database.poolSize | quote }}
- name: CHAT_MIGRATE
  value: {{ ternary "at-start" "never" (eq .Values.migration.mode "atStart") }}
{{- include "chat.oidcEnv" . }}
{{- include "chat.relayEnv" . }}
{{- include "chat.proxyEnv" . }}
{{- include "chat.tracesEnv" . }}
{{- include "chat.variable" (list "CHAT_ORIGINS" (join "," .Values.page.origins)) }}
{{- include "chat.variable" (list "CHAT_PAGE_FRAME_ANCESTORS" (join " " .Values.page.frameAncestors)) }}
{{- include "chat.variable" (list "CHAT_PAGE_IMAGE_SOURCES" (join " " .Values.page.imageSources)) }}
- name: CHAT_SOCKET_MAX_CONNECTIONS
  value: {{ int64 .Values.maxConnections | quote }}
- name: CHAT_SOCKET_DRAIN
  value: {{ printf "%ds" (int .Values.drain.window) }}
{{- include "chat.furtherEnv" . }}
{{- end -}}
