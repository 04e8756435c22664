using System.Globalization;
using System.Security.Cryptography;

namespace Integration.Tests.Secrets;

/// <summary>A value of its own for every place where something sensitive travels: whatever output shows one of them has leaked.</summary>
internal sealed class Canaries
{
    public string Token { get; } = Text("token");

    public long Account { get; } = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue) * 1_000L;

    public Guid Session { get; } = Guid.NewGuid();

    public DateOnly Born { get; } = new DateOnly(1801, 1, 1).AddDays(RandomNumberGenerator.GetInt32(30_000));

    public string Number { get; } = Text("number");

    public string Street { get; } = Text("stre\"et ö") + "\n" + Text("second line");

    public string Item { get; } = Text("item");

    public string Result { get; } = Text("result");

    public string Input { get; } = Text("input");

    /// <summary>Every text by which one of them would be recognised.</summary>
    public IReadOnlyList<string> Texts =>
    [
        Token, Account.ToString(CultureInfo.InvariantCulture), Session.ToString(), Session.ToString("N"),
        Born.ToString("O", CultureInfo.InvariantCulture), Born.ToString(CultureInfo.InvariantCulture), Number, .. Street.Split('\n'), Item,
        Result, Input,
    ];

    /// <summary>
    /// All of them in one line, as a careless message has them. The result is not among them: until it is returned, it is only the
    /// handler's.
    /// </summary>
    public string Careless => $"token={Token} account={Account} session {Session}, {Session:N}; "
        + $"born {Born:O} ({Born.ToString(CultureInfo.InvariantCulture)}) '{Number}' {Street} <{Item.ToUpperInvariant()}> {Input}";

    /// <summary>One that nobody has marked.</summary>
    public static string PlainToken() => Text("plain");

    private static string Text(string kind) => $"{kind}-{RandomNumberGenerator.GetHexString(16)}";
}
