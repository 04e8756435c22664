namespace Shop;

/// <summary>What is priced. The currency is new.</summary>
public sealed record Basket(int Order, int Items, string Currency = "EUR");
