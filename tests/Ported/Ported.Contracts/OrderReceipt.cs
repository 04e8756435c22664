namespace Ported.Contracts;

public sealed record OrderReceipt(Guid OrderId, Money Total, DateTimeOffset PlacedAt);
