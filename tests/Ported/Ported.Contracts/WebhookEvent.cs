using System.Text.Json;

namespace Ported.Contracts;

public sealed record WebhookEvent(string Name, Uri Target, JsonElement Body, DateTimeOffset RaisedAt);
