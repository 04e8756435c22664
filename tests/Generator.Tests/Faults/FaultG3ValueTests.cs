using Generator.Tests.Support;

namespace Generator.Tests.Faults;

/// <summary>Types and values at the edge of the language: generated code repeats them without an error or a warning.</summary>
public sealed class FaultG3ValueTests
{
    [Theory]
    [InlineData("decimal a = -79228162514264337593543950335M, decimal b = 0.0000000000000000000000000001M, decimal? c = -1.50M")]
    [InlineData("char [|TG0109:a|] = '\\uD800', char b = '\\0', char c = '\\'', char? d = '\\\\'")]
    [InlineData("float [|TG0109:a|] = float.NaN, float [|TG0109:b|] = float.NegativeInfinity")]
    [InlineData("float c = float.Epsilon, float d = -0f, float e = float.MaxValue")]
    [InlineData("double [|TG0109:a|] = double.NaN, double [|TG0109:b|] = double.PositiveInfinity")]
    [InlineData("double c = double.Epsilon, double d = -0.0")]
    [InlineData("long a = long.MinValue, ulong b = ulong.MaxValue, sbyte c = sbyte.MinValue, int? d = int.MinValue, byte e = 0xFF")]
    [InlineData("string [|TG0109:a|] = \"\\uD800\\0\\\"\\\\\\r\\n\\t{0}{{}}*/ \\u2028\"")]
    [InlineData("string b = null!, string c = default!, string? d = null")]
    [InlineData("DayOfWeek a = (DayOfWeek)(-1), DayOfWeek? b = (DayOfWeek)9, DayOfWeek c = default")]
    [InlineData("Guid a = default, Guid b = default(Guid), Guid c = new(), Guid? d = null, Guid? e = default, DateTime f = new DateTime()")]
    [InlineData("string a = Names.Secret, int b = Names.Number + 1, string c = nameof(Names.Number), string? d = (null)")]
    [InlineData("[System.Runtime.InteropServices.Optional] int a, [System.Runtime.InteropServices.Optional] string? b")]
    public Task Default_values(string parameters) => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup(),
        $$"""
        public static class Names { internal const string Secret = "s"; internal const int Number = 1; }
        public sealed class Jobs { [Task(Idempotent = true)] public void Run({{parameters}}) { } }
        """);

    [Theory]
    [InlineData("public sealed class Jobs { [Task] public void Run(string name = Missing.Name) { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run(int number = Missing) { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run(string name = 1) { } }")]
    [InlineData("public sealed class Jobs { [Task, TaskAlias(Missing.Name)] public void Run() { } }")]
    [InlineData("[TaskGroup(Missing.Name)] public sealed class Jobs { [Task] public void Run() { } }")]
    [InlineData("public sealed class Jobs { [Task] public void Run([Keyed(Missing.Name)] IFormatProvider format) { } }")]
    [InlineData("public class Middle : Missing; public sealed class Jobs : Middle { [Task] public void Run() { } }")]
    [InlineData("public class Jobs { private interface IStore; internal Jobs(IStore store) { } [Task] public void Run() { } }")]
    [InlineData(
        """
        using System.Text.Json;
        public static class Rules { [Condition(Missing.Name)] public static bool IsLate(JsonElement a, JsonElement b) => true; }
        """)]
    public Task Values_and_types_that_are_mistyped(string source) => GeneratedCodeVerifier.VerifyUserErrorAsync(
        "using Keyed = Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute;\n" + source);

    [Theory]
    [InlineData("public class O<T> { public record I<U>(T A, U B); } public class J { [Task] public void R(O<int?>.I<string[]> a) { } }")]
    [InlineData("public class O<T> { public enum K { A } } public class Jobs { [Task] public void R(O<int>.K a = O<int>.K.A) { } }")]
    [InlineData("public class Jobs { [Task] public void Run(List<Dictionary<string, List<int?[]>?>>? a) { } }")]
    [InlineData("#nullable disable\npublic class J { [Task] public List<string> Run(string a, List<string[]> b = null) => null; }")]
    [InlineData("public static class Jobs { [Task] public static void Run(params List<int> a) { } }")]
    [InlineData("public record struct Jobs(IFormatProvider Format) { [Task] public readonly void Run() { } }")]
    [InlineData("public readonly struct Jobs { [Task] public void Run() { } }")]
    [InlineData("public interface IRun { static abstract void Run(); } public class Jobs : IRun { [Task] public static void Run() { } }")]
    [InlineData("public class Jobs : IDisposable { [Task] public void Run() { } void IDisposable.Dispose() { } }")]
    [InlineData("public struct J : IAsyncDisposable { [Task] public void R() { } ValueTask IAsyncDisposable.DisposeAsync() => default; }")]
    [InlineData("namespace Order { public record Order(int A); public class Jobs { [Task] public Order Run(Order Order) => Order; } }")]
    [InlineData("namespace @class { public record @event(int @int); public class @is { [Task] public @event @void(@event @in) => @in; } }")]
    [InlineData("public class @await { [Task] public async Task<@await> Run(List<@await>? a) { await Task.Yield(); return this; } }")]
    [InlineData("namespace @await.A { public class J { [Task] public async Task R(J? a) => await Task.Yield(); } }")]
    [InlineData("namespace A.System { class Task; class TaskGen; class J { [global::TaskGen.Task] public void R() { } } }")]
    public Task Unusual_declarations(string source) => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup(), "#pragma warning disable CS8981\n" + source);

    [Fact]
    public Task The_class_of_top_level_statements() => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup { Kind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication },
        "Console.WriteLine(); public partial class Program { [Task] public static void Run() { } [Task] public void Second() { } }");
}
