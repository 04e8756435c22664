using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Masks sensitive members in the text of a record.</summary>
public sealed class MaskPrintedMembersCodeFixTests
{
    [Fact]
    public Task Writes_what_the_compiler_would_with_masks() => CodeFixVerifier.VerifyAsync<MaskPrintedMembersCodeFix>(
        "TG0308",
        """
        using TaskGen;

        namespace Shop;

        internal sealed record Card([Sensitive] string Number, int Year, [property: Sensitive] string Code);

        internal record Customer(int Id)
        {
            [Sensitive]
            public string Email { get; init; } = "";

            public int? Age { get; init; }
        }

        internal record Member(int Id, [Sensitive] string Pass) : Customer(Id);

        internal readonly record struct Token([Sensitive] string Value);
        """,
        """
        using TaskGen;

        namespace Shop;

        internal sealed record Card([Sensitive] string Number, int Year, [property: Sensitive] string Code)
        {
            private bool PrintMembers(System.Text.StringBuilder builder)
            {
                builder.Append("Number = ***, Year = ").Append(Year).Append(", Code = ***");
                return true;
            }
        }

        internal record Customer(int Id)
        {
            [Sensitive]
            public string Email { get; init; } = "";

            public int? Age { get; init; }

            protected virtual bool PrintMembers(System.Text.StringBuilder builder)
            {
                builder.Append("Id = ").Append(Id).Append(", Email = ***, Age = ").Append(Age);
                return true;
            }
        }

        internal record Member(int Id, [Sensitive] string Pass) : Customer(Id)
        {
            protected override bool PrintMembers(System.Text.StringBuilder builder)
            {
                if (base.PrintMembers(builder))
                {
                    builder.Append(", ");
                }

                builder.Append("Pass = ***");
                return true;
            }
        }

        internal readonly record struct Token([Sensitive] string Value)
        {
            private bool PrintMembers(System.Text.StringBuilder builder)
            {
                builder.Append("Value = ***");
                return true;
            }
        }
        """);
}
