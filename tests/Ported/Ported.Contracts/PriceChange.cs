namespace Ported.Contracts;

public sealed record PriceChange(Sku Sku, Money Old, Money New);
