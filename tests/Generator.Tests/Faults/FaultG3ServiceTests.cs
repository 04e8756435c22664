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

    [Theory]
    [InlineData("public sealed class Mail { [Task] public void Send(OrdersClient orders) { } }")]
    [InlineData("using Missing; public sealed class Mail(OrderClient<int> orders) { [Task] public void Send() => GC.KeepAlive(orders); }")]
    public Task A_client_that_does_not_exist(string source) => GeneratedCodeVerifier.VerifyUserErrorAsync(source);
}
