using System.Text.RegularExpressions;
using Generator.Tests.Support;

namespace Generator.Tests.Faults;

/// <summary>A constructor that another source generator adds: generated code does not call the constructor that it replaces.</summary>
public sealed class FaultG3ConstructorTests
{
    private static readonly AnalyzerSetup Setup = new() { Generators = [new OtherGenerator()] };

    [Theory]
    [InlineData("[Other.AutoConstructor] public partial class Jobs { private readonly IFormatProvider _format; @ }")]
    [InlineData("[Other.AutoConstructor] public partial class Jobs { private readonly TimeProvider _format; @ }")]
    [InlineData("[Other.AutoConstructor] public partial class Jobs { private IFormatProvider _format; @ }")]
    [InlineData("public partial class Jobs { [Other.AutoConstructor] private readonly IFormatProvider _format; @ }")]
    [InlineData("public partial class Jobs { [Other.AutoConstructor] private IFormatProvider _format = default!; @ }")]
    [InlineData(
        """
        [Other.AutoConstructor] public partial class Jobs
        {
            private readonly IFormatProvider _format;
            public Jobs() : this(System.Globalization.CultureInfo.InvariantCulture) { }
            @
        }
        """)]
    [InlineData("[Other.AutoConstructor] public partial record Jobs { private readonly IFormatProvider _format; @ }", "record")]
    [InlineData("[Other.AutoConstructor] public partial struct Jobs { private readonly IFormatProvider _format; @ }", "struct")]
    public Task A_generated_constructor(string source, string kind = "class") => GeneratedCodeVerifier.VerifyAsync(
        kind == "class" ? Setup : Late($"partial {kind} Jobs {{ public Jobs(System.IFormatProvider format) => _format = format; }}"),
        source.Replace("@", "[Task] public void [|TG0018:Run|]() => GC.KeepAlive(_format);", StringComparison.Ordinal));

    [Fact]
    public Task A_generated_primary_constructor() => GeneratedCodeVerifier.VerifyAsync(
        Late("partial class Jobs(System.IFormatProvider format) : Root(format);"),
        """
        public class Root(IFormatProvider format) { protected IFormatProvider Format => format; }
        public partial class Jobs : Root { [Task] public void [|TG0018:Run|]() => GC.KeepAlive(Format); }
        """);

    [Fact]
    public Task A_generated_constructor_that_passes_arguments_to_the_base_class() => GeneratedCodeVerifier.VerifyAsync(
        Late("partial class Jobs { public Jobs(System.IFormatProvider format) : base(format) { } }"),
        """
        public class Root(IFormatProvider format) { protected IFormatProvider Format => format; }
        public partial class Jobs : Root { [Task] public void [|TG0018:Run|]() => GC.KeepAlive(Format); }
        """);

    [Fact]
    public Task Generated_constructors_of_the_class_and_its_base_class() => GeneratedCodeVerifier.VerifyAsync(
        new AnalyzerSetup
        {
            Generators =
            [
                new OtherGenerator(late: "partial class Jobs { public Jobs(System.IFormatProvider format) : base(format) { } }"),
            ],
        },
        """
        [Other.AutoConstructor] public partial class Root { private readonly IFormatProvider _format; protected object Format => _format; }
        public partial class Jobs : Root { [Task] public void [|TG0018:Run|]() => GC.KeepAlive(Format); }
        """);

    [Fact]
    public Task An_attribute_that_a_generator_declares() => GeneratedCodeVerifier.VerifyAsync(
        Late(
            "public sealed class FillAttribute : System.Attribute; "
            + "partial class Jobs { public Jobs(System.IFormatProvider format) => _format = format; }"),
        """
        [Fill] public partial class Jobs
        {
            private readonly IFormatProvider _format;
            [Task] public void [|TG0018:Run|]() => GC.KeepAlive(_format);
        }
        """);

    [Fact]
    public Task A_class_without_the_constructor_that_its_members_require() => AnalyzerVerifier.VerifyAsync(
        """
        #pragma warning disable CS8618, CS0649
        public sealed class AutoCtorAttribute : Attribute;
        public partial class A { private readonly IFormatProvider _format; [Task] public void [|TG0007:Run|]() => GC.KeepAlive(_format); }
        public partial class B { public IFormatProvider Format { get; } [Task] public void [|TG0007:Run|]() { } }
        [AutoCtor] public partial class C { public IFormatProvider Format { get; set; } [Task] public void [|TG0007:Run|]() { } }
        """);

    /// <summary>Each class can be constructed as it is, and other generators add no constructor to it.</summary>
    [Theory]
    [InlineData("[Other.AutoConstructor] public partial class Jobs { [Task] public void Run() { } }")]
    [InlineData("[Other.AutoConstructor] public partial class Jobs { private static readonly object Gate = new(); @ Gate; }")]
    [InlineData("public partial class Jobs { private readonly object _gate = new(); @ _gate; }")]
    [InlineData("public partial class Jobs { private readonly object _gate; public Jobs() => _gate = new(); @ _gate; }")]
    [InlineData("public partial class Jobs { private object? _gate; public void Set() => _gate = new(); @ _gate; }")]
    [InlineData("public partial class Jobs { public string? Text { get; } @ Text; }")]
    [InlineData("public partial class Jobs { public string? Text { get; init; } @ Text; }")]
    [InlineData("public partial class Jobs { public int Number { get; } @ Number; }")]
    [InlineData("public partial class Jobs { public string Text => \"\"; @ Text; }")]
    [InlineData("class InjectableAttribute : Attribute; [Injectable] public partial class Jobs { public int Number { get; } @ Number; }")]
    [InlineData("class InjectAttribute : Attribute; public partial class Jobs { [Inject] public object Gate { get; } = new(); @ Gate; }")]
    [InlineData("public partial class Jobs { public partial string Text { get; } public partial string Text => \"\"; @ Text; }")]
    [InlineData("public partial class Jobs(IFormatProvider format) { @ format; }")]
    [InlineData("public partial class Jobs { private static partial void Log(); private static partial void Log() { } @ 1; }")]
    [InlineData("public class Root(int size = 1) { protected int Size => size; } public partial class Jobs : Root { @ Size; }")]
    [InlineData("public partial record Jobs(IFormatProvider Format) { @ Format; }")]
    [InlineData("public partial struct Jobs { public int Number { get; set; } @ Number; }")]
    public Task Leaves_classes_that_need_no_other_constructor(string source) => GeneratedCodeVerifier.VerifyGeneratedAsync(
        Setup, Complete(source));

    [Fact]
    public Task Leaves_a_generated_constructor_without_parameters() => GeneratedCodeVerifier.VerifyGeneratedAsync(
        Late("partial class Jobs { public Jobs() { } }"), "public partial class Jobs { [Task] public void Run() { } }");

    [Fact]
    public Task Leaves_a_generated_constructor_where_another_one_is_marked() => GeneratedCodeVerifier.VerifyGeneratedAsync(
        Late("partial class Jobs { public Jobs(System.IFormatProvider format) => _format = format; }"),
        """
        public partial class Jobs
        {
            private readonly IFormatProvider _format;
            [Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructor]
            public Jobs() => _format = System.Globalization.CultureInfo.InvariantCulture;
            [Task] public void Run() => GC.KeepAlive(_format);
        }
        """);

    [Fact]
    public Task Leaves_a_static_task_of_a_class_with_a_generated_constructor() => GeneratedCodeVerifier.VerifyGeneratedAsync(
        Setup,
        """
        [Other.AutoConstructor] public partial class Jobs
        {
            private readonly IFormatProvider _format;
            public object Format => _format;
            [Task] public static void Run() { }
        }
        """);

    private static AnalyzerSetup Late(string code) => new() { Generators = [new OtherGenerator(late: code)] };

    private static string Complete(string source) => Regex.Replace(source, "@ ([^;]+);", "[Task] public void Run() => GC.KeepAlive($1);");
}
