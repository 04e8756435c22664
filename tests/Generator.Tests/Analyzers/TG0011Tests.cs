using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Conditions that generated code cannot call.</summary>
public sealed class TG0011Tests
{
    [Fact]
    public async Task Flags_what_is_no_static_method_of_two_elements()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            using System.Text.Json;
            public class C
            {
                [Condition("a")] public bool [|TG0011:Instance|](JsonElement data, JsonElement parameters) => true;
                [Condition("b")] public static int [|TG0011:Number|](JsonElement data, JsonElement parameters) => 1;
                [Condition("c")] public static bool [|TG0011:One|](JsonElement data) => true;
                [Condition("d")] public static bool [|TG0011:Three|](JsonElement data, JsonElement parameters, int more = 0) => true;
                [Condition("e")] public static bool [|TG0011:Text|](string data, JsonElement parameters) => true;
                [Condition("f")] public static bool [|TG0011:Nullable|](JsonElement? data, JsonElement parameters) => true;
                [Condition("g")] public static bool [|TG0011:ByReference|](in JsonElement data, JsonElement parameters) => true;
                [Condition("h")] public static bool [|TG0011:Generic|]<T>(JsonElement data, JsonElement parameters) => true;
                [Condition("i")]
                public static Task<bool> [|TG0011:Later|](JsonElement data, JsonElement parameters) => Task.FromResult(true);
                [Condition("j")] private static bool [|TG0011:Private|](JsonElement data, JsonElement parameters) => true;
                [Condition("k")] protected static bool [|TG0011:Protected|](JsonElement data, JsonElement parameters) => true;
                [Condition("l"), Obsolete("Do not.", true)]
                public static bool [|TG0011:Old|](JsonElement data, JsonElement parameters) => true;
                private static class Inner
                {
                    [Condition("m")] public static bool [|TG0011:Hidden|](JsonElement data, JsonElement parameters) => true;
                }
                public static bool Local()
                {
                    [Condition("n")] static bool [|TG0011:Here|](JsonElement data, JsonElement parameters) => true;
                    Func<JsonElement, JsonElement, bool> lambda =
                        [|TG0011:[Condition("o")] static (JsonElement data, JsonElement parameters) => true|];
                    return Here(default, default) && lambda(default, default);
                }
            }
            public static class Outer<T>
            {
                public static class Inner
                {
                    [Condition("p")] public static bool [|TG0011:Boxed|](JsonElement data, JsonElement parameters) => true;
                }
            }
            public interface IRules { [Condition("q")] static bool [|TG0011:Declared|](JsonElement data, JsonElement parameters) => true; }
            """);
        Assert.Contains("'C.Instance'", messages[0], StringComparison.Ordinal);
        Assert.Contains("it is not static", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_what_can_be_called_alone() => AnalyzerVerifier.VerifyAsync(
        """
        using System.Text.Json;
        internal static partial class C
        {
            [Condition("a")] public static bool Public(JsonElement data, JsonElement parameters) => true;
            [Condition("b")] internal static bool Internal(JsonElement d, JsonElement p) => true;
            [Condition("c")] public static bool Extension(this JsonElement data, JsonElement parameters) => true;
            [Condition("d")] internal static partial bool Partial(JsonElement data, JsonElement parameters);
            internal static partial bool Partial(JsonElement data, JsonElement parameters) => true;
            private static bool Unmarked(JsonElement data) => true;
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public sealed class C { [Condition("a b")] private void M() { } }
        """);
}
