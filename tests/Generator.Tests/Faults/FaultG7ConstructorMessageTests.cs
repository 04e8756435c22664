using Generator.Tests.Support;

namespace Generator.Tests.Faults;

/// <summary>Each reason why a class cannot be constructed has its own text and its own remedy.</summary>
public sealed class FaultG7ConstructorMessageTests
{
    private const string Start = "No client is generated for task 'C.Run' because generated code cannot create an instance of 'C', which ";

    [Theory]
    [InlineData(
        "sealed class C { public required int X { get; set; }",
        "has the required member 'X', which the constructor 'C()' is not declared to set. Set 'X' in the constructor "
            + "and mark the constructor with [SetsRequiredMembers], or make 'X' not required.")]
    [InlineData(
        "class B { public required string Y; } public sealed class C : B { public C(int a) { Y = \"\"; _ = a; }",
        "has the required member 'Y' of 'B', which the constructor 'C(int)' is not declared to set. Set 'Y' in the "
            + "constructor and mark the constructor with [SetsRequiredMembers], or make 'Y' not required.")]
    [InlineData(
        "sealed class C { public C(int a) => _ = a; public C(string b) => _ = b;",
        "has the constructors 'C(int)' and 'C(string)' with the same number of parameters. Mark the constructor to "
            + "call with [ActivatorUtilitiesConstructor].")]
    [InlineData(
        "sealed class C { [Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructor] public C(int a) => "
            + "_ = a; [Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructor] public C() { }",
        "has [ActivatorUtilitiesConstructor] on the constructors 'C(int)' and 'C()'. Keep the attribute on the "
            + "constructor to call.")]
    [InlineData(
        "sealed class C { private C() { }",
        "has no public or internal constructor ('C()' is private). Make a constructor public or internal, or make the "
            + "method static.")]
    [InlineData(
        "class C { protected C(int a) => _ = a;",
        "has no public or internal constructor ('C(int)' is protected). Make a constructor public or internal, or make "
            + "the method static.")]
    [InlineData(
        "class C { private protected C() { }",
        "has no public or internal constructor ('C()' is private protected). Make a constructor public or internal, or "
            + "make the method static.")]
    [InlineData(
        "record C { private C() { }",
        "has no public or internal constructor ('C()' is private). Make a constructor public or internal, or make the "
            + "method static.")]
    [InlineData(
        "sealed class C { public C(ref int a) => a++;",
        "has the constructor 'C(int)', whose parameter 'a' is passed by 'ref'. Pass the parameter by value.")]
    [InlineData(
        "sealed class C { public C(string b, out int a) => a = b.Length;",
        "has the constructor 'C(string, int)', whose parameter 'a' is passed by 'out'. Pass the parameter by value.")]
    [InlineData(
        "sealed class C { public C(in int a) => _ = a;",
        "has the constructor 'C(int)', whose parameter 'a' is passed by 'in'. Pass the parameter by value.")]
    [InlineData(
        "sealed class C { public C(System.Span<int> a) => a.Clear();",
        "has the constructor 'C(Span<int>)', whose parameter 'a' is of the ref struct type 'Span<int>'. Remove the "
            + "parameter, or add a constructor without it.")]
    [InlineData("abstract class C {", "is abstract. Make the method static, or declare the task in a derived class.")]
    [InlineData("ref struct C {", "is a ref struct. Make the method static, or declare the task in a class.")]
    public async Task Each_reason_is_named_with_its_remedy(string start, string reason)
    {
        var messages = await AnalyzerVerifier.VerifyAsync($"public {start} [Task] public void [|TG0007:Run|]() {{ }} }}");
        Assert.Equal(Start + reason, Assert.Single(messages));
    }

    [Fact]
    public Task An_obsolete_constructor_is_not_chosen_while_there_is_another() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class C
        {
            [Obsolete("old", true)] public C(int a) => _ = a;
            public C() { }
            [Task] public void Run() { }
        }
        """);

    [Fact]
    public void What_is_generated_does_not_call_an_obsolete_constructor() => GeneratorHarness.GenerateStrictly(GeneratorHarness.Compile(
        """
        public sealed class C
        {
            [Obsolete("old", true)] public C(int a) => _ = a;
            public C() { }
            [Task] public void Run() { }
        }
        """));
}
