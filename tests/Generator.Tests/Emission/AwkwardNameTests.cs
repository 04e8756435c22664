using Generator.Tests.Support;

namespace Generator.Tests.Emission;

/// <summary>
/// Names that generated code shares with the language, the framework, the library, or other tasks: each program compiles without a warning,
/// and runs.
/// </summary>
public sealed class AwkwardNameTests
{
    [Fact]
    public Task Keywords_as_names() => LoadedProgram.RunAsync(
        """
        namespace @namespace.@event
        {
            public sealed class @class
            {
                [Task] public int @int(int @in, string @string, bool @await, int type, int value, int field, int record) =>
                    @in + type + value + field + record;
                [Task] public static string @await(string @params) => @params;
                [Task] public void @record() { }
            }
        }
        """,
        """
                var tasks = new @namespace.@event.classClient(client);
                Check(await (await tasks.@int.DelayAsync(1, "", true, 2, 3, 4, 5)).GetAsync() == 15);
                Check(await (await tasks.@await.DelayAsync("x")).GetAsync() == "x");
                await (await tasks.record.DelayAsync()).GetAsync();
        """);

    [Fact]
    public Task Namespaces_that_hide_those_of_the_framework_and_the_library() => LoadedProgram.RunAsync(
        """
        namespace Shop.System.TaskGen.Task
        {
            public sealed class Text { }
            public sealed class Jobs { [global::TaskGen.Task] public int Double(int number) => number * 2; }
        }
        """,
        "Check(await (await new Shop.System.TaskGen.Task.JobsClient(client).Double.DelayAsync(4)).GetAsync() == 8);");

    [Fact]
    public Task A_class_of_one_s_own_that_extends_the_client() => LoadedProgram.RunAsync(
        """
        namespace Shop
        {
            public sealed class Mail { [Task] public int Send(int a) => a; }
            public static class MailClientExtensions { public static int Twice(this MailClient client) => client is null ? 0 : 2; }
        }
        """,
        """
                var mail = new Shop.MailClient(client);
                Check(await (await mail.Send.DelayAsync(Shop.MailClientExtensions.Twice(mail))).GetAsync() == 2);
        """);

    [Fact]
    public Task A_task_called_Finalize() => LoadedProgram.RunAsync(
        "public sealed class Jobs { [Task] public bool Finalize(bool finalize) => finalize; }",
        "Check(await (await new JobsClient(client).Finalize.DelayAsync(true)).GetAsync());");

    [Fact]
    public Task Two_classes_with_a_method_of_one_name_and_a_group() => LoadedProgram.RunAsync(
        """
        namespace Shop
        {
            public sealed class Mail { [Task] public string Send(string to) => "mail " + to; }
            [TaskGroup("Messages")] public sealed class Sms { [Task] public string Send(string to) => "sms " + to; }
            public sealed class SendTask { }
        }
        namespace Elsewhere
        {
            using Shop;
            public static class Caller
            {
                public static async Task<string> Call(ITaskClient client) =>
                    await (await client.Mail.Send.DelayAsync("a")).GetAsync()
                        + await (await client.Messages.Send.DelayAsync("b")).GetAsync();
            }
        }
        """,
        """
                Check(await Elsewhere.Caller.Call(client) == "mail asms b");
                Check(new Shop.MessagesClient(client) is not null);
        """);

    [Fact]
    public Task Two_imported_namespaces_with_a_class_of_one_name() => LoadedProgram.RunAsync(
        """
        namespace First { public sealed class Jobs { [Task(Name = "first")] public int Run() => 1; } }
        namespace Second { [TaskGroup("Others")] public sealed class Jobs { [Task(Name = "second")] public int Run() => 2; } }
        namespace Elsewhere
        {
            using First;
            using Second;
            public static class Caller
            {
                public static async Task<int> Call(ITaskClient client, JobsClient jobs, OthersClient others) =>
                    await (await client.Jobs.Run.DelayAsync()).GetAsync() + await (await client.Others.Run.DelayAsync()).GetAsync()
                    + await (await jobs.Run.DelayAsync()).GetAsync() + await (await others.Run.DelayAsync()).GetAsync();
            }
        }
        """,
        "Check(await Elsewhere.Caller.Call(client, new(client), new(client)) == 6);");

    [Fact]
    public Task Parameters_called_like_what_is_generated() => LoadedProgram.RunAsync(
        """
        public sealed class Jobs
        {
            [Task] public int One(
                int cancellationToken, int cancellationToken_, int options, int client, int args, int writer, int reader, int context,
                int result, int instance, int errors, int argument0, int Parameters, int Result, CancellationToken token) =>
                cancellationToken + options + client;
            [Task] public string Two(
                int args, int clone, int equals, int toString, int getHashCode, int getType, int deconstruct, int x, int X,
                int printMembers, int memberwiseClone, int referenceEquals, int _y, int _Y, int finalize) => $"{x}{X}{args}";
        }
        """,
        """
                var one = await client.Jobs.One.DelayAsync(1, 0, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, cancellationToken__: default);
                Check(await one.GetAsync() == 6);
                Check(await (await client.Jobs.Two.DelayAsync(1, 0, 0, 0, 0, 0, 0, 2, 3, 0, 0, 0, 0, 0, 0)).GetAsync() == "231");
                var args = new JobsClient.TwoTask.Args(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
                Check(args is { Args_: 1, Clone_: 2, Equals_: 3, ToString_: 4, GetHashCode_: 5, GetType_: 6, Deconstruct_: 7 });
                Check(args is { X: 8, X_: 9, PrintMembers_: 10 });
        """);

    [Fact]
    public Task Tasks_called_like_members_of_every_object_and_of_the_task_type() => LoadedProgram.RunAsync(
        """
        public sealed class Jobs
        {
            [Task] public int ToString(int a) => a;
            [Task] public static int Equals(int a) => a;
            [Task] public int GetHashCode(int a) => a;
            [Task] public int Args(int a) => a;
            [Task] public int With(int a) => a;
            [Task] public int Value(int a) => a;
            [Task] public int Async(int a) => a;
            [Task] public int DelayAsync(int a) => a;
            [Task] public int Register(int a) => a;
            [Task] public int Parameters(int a) => a;
        }
        """,
        """
                Check(await (await client.Jobs.ToString.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.Equals.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.GetHashCode.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.Args.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.With.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.Value.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.Async.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.Delay.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.Register.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.Parameters.DelayAsync(1)).GetAsync() == 1);
        """);

    [Fact]
    public async Task Overloads_with_names_of_their_own()
    {
        var client = await LoadedProgram.RunAsync(
            """
            public sealed class Mail
            {
                [Task(Name = "mail.send-text")] public string Send(string text) => text;
                [Task(Name = "mail.send_html")] public string Send(string text, bool html) => text + html;
                [Task(Name = "mail.2")] public Task<string> SendAsync(int number) => Task.FromResult(number.ToString());
                public void Send() { }
            }
            """,
            """
                    Check(await (await client.Mail.SendText.DelayAsync("a")).GetAsync() == "a");
                    Check(await (await client.Mail.SendHtml.DelayAsync("a", true)).GetAsync() == "aTrue");
                    Check(await (await client.Mail._2.DelayAsync(3)).GetAsync() == "3");
            """);
        Assert.Equal(["mail.send-text", "mail.send_html", "mail.2"], client.Enqueued.ConvertAll(static recorded => recorded.Name));
    }
}
