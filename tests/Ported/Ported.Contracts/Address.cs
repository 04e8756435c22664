namespace Ported.Contracts;

public class Address(string street, string city, string? country = null)
{
    public string Street { get; } = street;

    public string City { get; } = city;

    public string Country { get; } = country ?? "DE";
}
