using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Records whose text includes sensitive members.</summary>
public sealed class TG0308Tests
{
    [Fact]
    public async Task Flags_records_whose_text_shows_a_sensitive_member()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed record [|TG0308:A|]([Sensitive] string Card, [Sensitive] string Code);
            public sealed record [|TG0308:B|]([property: Sensitive] string Card);
            public record [|TG0308:C|] { [Sensitive] public string? Card { get; init; } }
            public record struct [|TG0308:D|](int Id) { [Sensitive] public string? Card; }
            public record [|TG0308:E|](int Id, [Sensitive] string Other) : F(Id);
            public record F(int Id);
            public static class Outer { public sealed record [|TG0308:G|]<T>([Sensitive] T Value); }
            """);
        Assert.Contains("Sensitive member 'Card' of record 'A' may be exposed", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_what_is_not_printed_or_printed_by_hand() => AnalyzerVerifier.VerifyAsync(
        """
        using System.Text;
        public sealed record A([Sensitive] string Card) { public override string ToString() => "A"; }
        public sealed record B([Sensitive] string Card) { private bool PrintMembers(StringBuilder builder) => false; }
        public record C([Sensitive] string Card) { public sealed override string ToString() => "C"; }
        public sealed record D(string Card, [Sensitive] string Other) : C(Card);
        public sealed record E([Sensitive] string Card) : F
        {
            protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
        }
        public record F;
        public sealed record G(int Id)
        {
            [Sensitive] internal string? Card { get; init; }
            [Sensitive] public static string? Shared { get; set; }
            [Sensitive] public string Set { set => _ = value; }
        }
        public sealed class H { [Sensitive] public string? Card { get; set; } }
        public struct I { [Sensitive] public string? Card { get; set; } }
        public sealed record J(string Card);
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed record A([property: Sensitive] string Card);");
}
