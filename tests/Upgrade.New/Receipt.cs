namespace Shop;

/// <summary>What was paid. The currency is new.</summary>
public sealed record Receipt(int Order, int Total, string Currency = "EUR");
