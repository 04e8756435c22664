using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Values that are requested from the services.</summary>
public sealed class TG0023Tests
{
    [Theory]
    [InlineData("string")]
    [InlineData("int")]
    [InlineData("bool")]
    [InlineData("decimal")]
    [InlineData("DayOfWeek")]
    [InlineData("Level")]
    [InlineData("Guid")]
    [InlineData("DateTime")]
    [InlineData("DateTimeOffset")]
    [InlineData("DateOnly")]
    [InlineData("TimeSpan")]
    [InlineData("Uri")]
    [InlineData("Version")]
    [InlineData("System.Numerics.BigInteger")]
    [InlineData("(int Id, string Name)")]
    [InlineData("byte[]")]
    [InlineData("string[]")]
    [InlineData("List<string>")]
    [InlineData("IReadOnlyList<int>")]
    [InlineData("Dictionary<string, string>")]
    [InlineData("ReadOnlyMemory<byte>")]
    public Task Flags_a_value(string type) => AnalyzerVerifier.VerifyAsync(
        $$"""
        public enum Level { Low }
        public sealed class Jobs(IFormatProvider format, {{type}} [|TG0023:value|])
        {
            [Task] public void A() => Console.WriteLine(string.Format(format, "{0}", value));
            [Task] public void B() { }
        }
        """);

    [Fact]
    public async Task Flags_all_values_of_a_class_once_and_those_of_methods()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed class Jobs
            {
                private readonly string _text;
                public Jobs(string [|TG0023:folder|], int [|TG0023:size|]) => _text = folder + size;
                [Task] private void [|TG0001:Hidden|]() { }
                [Task] public void A([FromServices] string [|TG0023:connection|]) => Console.WriteLine(_text + connection);
                [Task] public static void B([FromServices] int [|TG0023:count|] = 5) { }
            }
            public readonly struct Mails(string [|TG0023:server|]) { [Task] public void Send() => Console.WriteLine(server); }
            public sealed record Reports(Uri [|TG0023:Server|]) { [Task] public void Create() { } }
            """);
        Assert.Equal(
            "Every attempt of task 'Jobs.A' may fail because constructor parameter 'folder' requires a service of type 'string', and "
                + "values of this type are rarely registered as services. Use a parameter of a class that contains the value, such as "
                + "IOptions<T>, or add a default value.",
            messages[0]);
        Assert.EndsWith("or remove [FromServices] to pass the value in each dispatch.", messages[3], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_values_with_a_default_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs(
            string? folder, int? size, string name = "a", int count = 3, DayOfWeek day = default, TimeSpan wait = default)
        {
            [Task] public void A() => Console.WriteLine($"{folder}{size}{name}{count}{day}{wait}");
            [Task] public static void B([FromServices] string text = "x") { }
        }
        #nullable disable
        public sealed class Old(int? size, string name = null) { [Task] public void A() => Console.WriteLine(name + size); }
        """);

    [Fact]
    public Task Leaves_services_alone() => AnalyzerVerifier.VerifyAsync(
        """
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        public sealed class Settings { public string Folder { get; set; } = ""; }
        public readonly record struct Folder(string Path);
        public sealed class Jobs(
            IOptions<Settings> options, Settings settings, Folder folder, [FromKeyedServices("connection")] string connection,
            IEnumerable<string> names, IReadOnlyList<Settings> all, Func<string> read, TimeProvider time, CancellationToken token,
            object any)
        {
            [Task] public void A() => Console.WriteLine($"{options}{settings}{folder}{connection}{names}{all}{read}{time}{token}{any}");
        }
        """);

    [Fact]
    public Task Leaves_what_is_not_created_from_services_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Chosen(string text)
        {
            public string Text => text;
            public Chosen(IFormatProvider format, TimeProvider time) : this(format.ToString() + time) { }
            [Task] public void A() { }
        }
        public sealed class Static(string text)
        {
            public string Text => text;
            [Task] public static void A(string folder, int size) { }
        }
        public sealed class Plain(string text) { public string Text => text; }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C(string text) { [Task] public string A() => text; }");
}
