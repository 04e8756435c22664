namespace TaskGen.Aot.Smoke;

internal sealed record Order(Guid Id, DateTimeOffset PlacedAt, IReadOnlyList<OrderLine> Lines);
