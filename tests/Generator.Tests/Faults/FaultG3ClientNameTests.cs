using Generator.Tests.Support;

namespace Generator.Tests.Faults;

/// <summary>A type or a namespace of the user that has the name of a generated type.</summary>
public sealed class FaultG3ClientNameTests
{
    private const string Orders = "public sealed class Orders { [Task] public void [|TG0203:Pay|]() { } }\n";

    [Theory]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"Other\", \"1\")] public partial class OrdersClient;")]
    [InlineData("public partial class OrdersClient { private readonly string _url; public OrdersClient(string url) => _url = url; @ }")]
    [InlineData("public partial class OrdersClient { private string _url; public OrdersClient(ITaskClient a) => _url = $\"{a}\"; @ }")]
    [InlineData("public partial class OrdersClient(string url) { private readonly string _url = url; @ }")]
    [InlineData("public partial class OrdersClient { private readonly int _client = 1; public int Client => _client; }")]
    [InlineData("public partial class OrdersClient { public void Pay() { } }")]
    [InlineData("public partial class OrdersClient { public int Pay => 1; }")]
    [InlineData("public partial class OrdersClient { public class PayTask; }")]
    [InlineData("public partial class OrdersClient { public partial struct PayTask; }")]
    [InlineData("public partial class OrdersClient { public void PayTask() { } }")]
    [InlineData("public partial class OrdersClient { public required int Id { get; set; } }")]
    [InlineData("public class Root(int id) { public int Id => id; } public partial class OrdersClient() : Root(1);")]
    [InlineData("public partial class OrdersClient { public virtual void Extra() { } }")]
    [InlineData("[Obsolete(\"Old\", true)] public partial class OrdersClient;")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"E1\")] public partial class OrdersClient;")]
    [InlineData("public partial struct OrdersClient;")]
    [InlineData("public partial record OrdersClient;")]
    [InlineData("public partial interface OrdersClient;")]
    [InlineData("public static partial class OrdersClient;")]
    [InlineData("public abstract partial class OrdersClient;")]
    [InlineData("internal partial class OrdersClient;")]
    [InlineData("public enum OrdersClient { A }")]
    [InlineData("public delegate void OrdersClient();")]
    [InlineData("namespace OrdersClient { public class Something; }")]
    [InlineData("public static class OrdersClientTaskGenExtensions;")]
    [InlineData("public static partial class OrdersClientTaskGenExtensions;")]
    [InlineData("namespace OrdersClientTaskGenExtensions { public class Something; }")]
    public Task A_different_declaration(string declaration) => GeneratedCodeVerifier.VerifyAsync(
        Orders + declaration.Replace("@", "public string Url => _url;", StringComparison.Ordinal));

    [Fact]
    public async Task A_class_of_tasks_that_has_the_name_of_a_client() => await GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup(), Orders + "public partial class OrdersClient { [Task] public void Send() { } }");

    [Fact]
    public async Task A_message_says_how_to_extend_a_client()
    {
        var messages = await GeneratedCodeVerifier.VerifyAsync(
            Orders + "public partial class OrdersClient { public OrdersClient(string url) => Url = url; public string Url { get; } }");
        Assert.EndsWith(
            "Rename one of them, or extend the client with a partial class that only adds members to it.",
            messages[0],
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public partial class OrdersClient { public int Twice(int number) => number * 2; }")]
    [InlineData("partial class OrdersClient : IDisposable { public void Dispose() { } }")]
    [InlineData("public sealed partial class OrdersClient { public OrdersClient() : this(null!) { } }")]
    [InlineData("[Serializable] public partial class OrdersClient { private readonly int[] _ids = []; public int Count => _ids.Length; }")]
    [InlineData("public class Root { public int Pay => 1; protected int _client; } public partial class OrdersClient : Root;")]
    [InlineData("public partial class OrdersClient { private string _url; public string Url { get => _url; set => _url = value; } }")]
    [InlineData("public partial class OrdersClient { public static int PayAsync => 1; public void Pays() { } }")]
    [InlineData("public class OrdersClient<T>;")]
    [InlineData("namespace Elsewhere { public class OrdersClient; }")]
    [InlineData("public static class Holder { public class OrdersClient; }")]
    [InlineData("namespace TaskGen { public static class GeneratedTasksExtensions; }")]
    [InlineData("namespace TaskGen { public class GeneratedTasksExtensions; public class GeneratedTasksExtensions_; }")]
    public Task Leaves_what_extends_a_client_and_other_names(string declaration) => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup { Sources = [declaration] }, MarkedSource.Read(Orders).Source);

    [Fact]
    public Task Leaves_a_type_that_is_local_to_another_file() => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup { Sources = ["file class OrdersClient { public int A => 1; }"] }, MarkedSource.Read(Orders).Source);

    [Theory]
    [InlineData("Args")]
    [InlineData("Parameters")]
    [InlineData("PayTask")]
    [InlineData("Tuple0")]
    [InlineData("ITaskClient")]
    [InlineData("Task")]
    [InlineData("System")]
    [InlineData("TaskGen")]
    public Task Types_with_names_that_generated_code_uses(string name) => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup(),
        $$"""
        namespace Shop
        {
            public sealed record {{name}}(int Id);
            public sealed class Orders
            {
                public sealed record Inner(int Id);
                [global::TaskGen.Task] public ({{name}}, int) Pay({{name}} order, Inner inner, ({{name}}, int)[] pairs) => pairs[0];
            }
        }
        """);
}
