using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Corrects the parameters and the return type of a condition.</summary>
public sealed class ConditionMethodShapeCodeFixTests
{
    [Fact]
    public Task Makes_it_a_static_method_of_two_elements() => CodeFixVerifier.VerifyAsync<ConditionMethodShapeCodeFix>(
        "TG0011",
        """
        using TaskGen;

        internal sealed class Rules
        {
            [Condition("a")]
            private bool A(System.Text.Json.JsonElement data) => data.GetProperty("x").GetBoolean();

            [Condition("b")]
            public static bool B(in System.Text.Json.JsonElement data, System.Text.Json.JsonElement? parameters) =>
                data.ValueKind == System.Text.Json.JsonValueKind.Null;

            [Condition("c")]
            public bool C() => true;
        }
        """,
        """
        using System.Text.Json;
        using TaskGen;

        internal sealed class Rules
        {
            [Condition("a")]
            internal static bool A(System.Text.Json.JsonElement data, JsonElement parameters) => data.GetProperty("x").GetBoolean();

            [Condition("b")]
            public static bool B(JsonElement data, JsonElement parameters) =>
                data.ValueKind == System.Text.Json.JsonValueKind.Null;

            [Condition("c")]
            public static bool C(JsonElement data, JsonElement parameters) => true;
        }
        """);

    [Fact]
    public Task Offers_nothing_where_the_body_needs_what_it_takes() => CodeFixVerifier.VerifyNoFixAsync<ConditionMethodShapeCodeFix>(
        "TG0011",
        """
        using System;
        using TaskGen;

        internal static class Rules
        {
            [Condition("a")]
            public static bool A(DateTime day) => day.DayOfWeek == DayOfWeek.Sunday;
        }
        """);

    [Fact]
    public Task Offers_nothing_where_the_body_needs_the_instance() => CodeFixVerifier.VerifyNoFixAsync<ConditionMethodShapeCodeFix>(
        "TG0011",
        """
        using System.Text.Json;
        using TaskGen;

        internal sealed class Rules(bool holds)
        {
            [Condition("a")]
            public bool A(JsonElement data, JsonElement parameters) => holds;
        }
        """);

    [Fact]
    public Task Offers_nothing_where_it_returns_something_else() => CodeFixVerifier.VerifyNoFixAsync<ConditionMethodShapeCodeFix>(
        "TG0011",
        """
        using System.Text.Json;
        using TaskGen;

        internal static class Rules
        {
            [Condition("a")]
            public static int A(JsonElement data, JsonElement parameters) => 1;
        }
        """);
}
