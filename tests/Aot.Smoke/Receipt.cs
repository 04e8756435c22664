namespace TaskGen.Aot.Smoke;

internal sealed record Receipt(Guid Id, decimal Total, DateTimeOffset PlacedAt);
