using Generator.Tests.Support;

namespace Generator.Tests.Faults;

/// <summary>
/// Clients that are generated in the same run as services of tasks: the generator knows only the name in the source code.
/// </summary>
public sealed class FaultG3ServiceTests
{
    private const string Orders = "namespace Shop.Orders; public sealed class Orders { [Task] public void Pay() { } }";

    [Theory]
    [InlineData("using Shop.Orders; namespace Shop.Mail; public sealed class Mail(OrdersClient orders) { @ }")]
    [InlineData("namespace Shop.Mail; using Shop.Orders; public sealed class Mail(OrdersClient orders) { @ }")]
    [InlineData("namespace Shop.Mail { using Orders; public sealed class Mail(OrdersClient? orders) { @ } }")]
    [InlineData("global using Shop.Orders; namespace Shop.Mail; public sealed class Mail(OrdersClient orders) { @ }")]
    [InlineData("using Client = Shop.Orders.OrdersClient; public sealed class Mail(Client orders) { @ }")]
    [InlineData("public sealed class Mail(Shop.Orders.OrdersClient orders) { @ }")]
    [InlineData("namespace Shop.Orders; public sealed class Mail(OrdersClient orders) { @ }")]
    [InlineData("namespace Shop.Orders.Inner; public sealed class Mail(OrdersClient orders) { @ }")]
    [InlineData("using Shop.Orders; public sealed class Mail(Lazy<OrdersClient> orders) { @ }")]
    [InlineData("using Shop.Orders; public sealed class Mail(IEnumerable<OrdersClient> orders) { @ }")]
    [InlineData("using Shop.Orders; public sealed class Mail { [Task] public void Send([FromServices] OrdersClient orders) { } }")]
    [InlineData("using Shop.Orders; public sealed class Mail { [Task] public void Send([FromServices] OrdersClient? orders) { } }")]
    [InlineData("public sealed class Mail { [Task] public void Send([FromServices] Shop.Orders.OrdersClient orders) { } }")]
    public async Task A_client_of_the_same_project(string source)
    {
        var code = source.Replace("@", "[Task] public void Send() => GC.KeepAlive(orders);", StringComparison.Ordinal);
        await GeneratedCodeVerifier.VerifyGeneratedAsync(new AnalyzerSetup { Sources = [Orders] }, code);
        var output = GeneratorHarness.Generate(GeneratorHarness.Compile(code, Orders));
        Assert.Contains(output.SyntaxTrees, static tree => tree.FilePath.Contains("Mail.", StringComparison.Ordinal));
    }

    [Fact]
    public Task Two_classes_whose_tasks_use_the_client_of_the_other() => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup(),
        """
        public sealed class Orders(MailClient mail) { [Task] public void Pay() => GC.KeepAlive(mail); }
        public sealed class Mail(OrdersClient orders) { [Task] public void Send() => GC.KeepAlive(orders); }
        """);

    [Fact]
    public Task A_client_of_another_source_generator() => GeneratedCodeVerifier.VerifyAsync(
        new AnalyzerSetup { Generators = [new OtherGenerator(late: "public sealed class WeatherClient;")] },
        "public sealed class Mail(WeatherClient [|TG0018:weather|]) { [Task] public void Send() => GC.KeepAlive(weather); }");

    [Theory]
    [InlineData("public sealed class Mail(MissingClient missing) { [Task] public void Send() => GC.KeepAlive(missing); }")]
    [InlineData("public sealed class Mail { [Task] public void Send([FromServices] Missing.OrdersClient missing) { } }")]
    [InlineData(
        """
        public sealed class Mail(OrdersClient orders) { [Task] public void Send() => GC.KeepAlive(orders); }
        public sealed class Orders(MissingClient missing) { [Task] public void Pay() => GC.KeepAlive(missing); }
        """)]
    [InlineData(
        """
        namespace Shop.Orders { public sealed class Orders { [Task] public void Pay() { } } }
        namespace Shop.Mail { public sealed class Mail(OrdersClient orders) { [Task] public void Send() => GC.KeepAlive(orders); } }
        """)]
    [InlineData("public sealed class Mail { [Task] public void Send(OrdersClient orders) { } }")]
    [InlineData("using Missing; public sealed class Mail(OrderClient<int> orders) { [Task] public void Send() => GC.KeepAlive(orders); }")]
    public Task A_client_that_does_not_exist(string source) => GeneratedCodeVerifier.VerifyUserErrorAsync(source);
}
