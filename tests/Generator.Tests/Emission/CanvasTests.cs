using Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Generator.Tests.Emission;

/// <summary>What is generated for canvases: it fits together where the types do and nowhere else, and runs.</summary>
public sealed class CanvasTests
{
    /// <summary>What the compiler says where types do not fit, an argument is missing or a member is inaccessible.</summary>
    private static readonly string[] TypeErrors =
    [
        "CS0029", "CS0122", "CS0266", "CS0411", "CS0534", "CS0535", "CS1061", "CS1501", "CS1503", "CS1929", "CS7036", "CS9044", "CS0012",
        "CS1729", "CS0310",
    ];

    private const string Shop =
        """
        public record Image(string Url);
        public sealed record Photo(string Url) : Image(Url);
        public sealed record Thumb(string Url, int Width);
        public sealed record Album(string Title, int Count);

        public sealed class ImageTasks
        {
            [Task] public Image Fetch(string url) => url.Length > 0 ? new Image(url) : throw new TaskRejectedException("no url");
            [Task] public Photo Shoot() => new Photo("camera");
            [Task] public Thumb Resize(Image image, int width) => new Thumb(image.Url, width);
            [Task] public Album Assemble(IReadOnlyList<Thumb> thumbs, string title) => new Album(title, thumbs.Count);
            [Task] public int CountAll(IReadOnlyCollection<Image> images) => images.Count;
            [Task] public int CountAny(IEnumerable<Image> images) => images.Count();
            [Task] public int CountList(List<Image> images) => images.Count;
            [Task] public int CountArray(Image[] images) => images.Length;
            [Task] public int CountParams(params string[] urls) => urls.Length;
            [Task] public IEnumerable<Image> Lazy() => [new Image("a")];
            [Task] public Image[] Array() => [new Image("a"), new Image("b")];
            [Task] public List<Image> List() => [new Image("a")];
            [Task] public void Store(Image image) { }
            [Task] public int Number() => 5;
            [Task] public int Double(int number) => number * 2;
            [Task] public int? Maybe() => null;
            [Task] public string MaybeText(int? number, (int A, string B) pair = default) => $"{number}{pair.A}{pair.B}";
            [Task] public void Clean() { }
        }

        public sealed class UserTasks { [Task] public int ProcessBatch(int[] ids, string op) => ids.Length * op.Length; }

        public sealed class AlertTasks
        {
            public static string Last = "";
            [Task] public void Notify(TaskFailure failure) => Last = failure.TaskName + " " + failure.Message;
            [Task] public TaskId Echo(TaskFailure? failure, TaskId? id) => failure?.TaskId ?? id ?? throw new InvalidOperationException();
        }
        """;

    [Fact]
    public Task The_examples_of_the_documentation() => RunAsync(
        """
                ImageTasksClient images = client.ImageTasks;
                UserTasksClient users = client.UserTasks;
                AlertTasksClient alerts = client.AlertTasks;
                string url = "a", op = "xy";
                string[] urls = ["a", "b", "c"];
                IReadOnlyList<int> userIds = [1, 2, 3];

                Signature<Image>                fetch = images.Fetch.Signature(url);
                Signature<Thumb>                chain = fetch.Then(images.Resize.Partial(200));
                Signature<IReadOnlyList<Thumb>> group = Canvas.Group(
                    urls.Select(u => images.Fetch.Signature(u).Then(images.Resize.Partial(200))));
                Signature<Album>                chord = group.Then(images.Assemble.Partial("Summer"));
                Signature<IReadOnlyList<int>>   parts = Canvas.Chunks(userIds, 2, chunk => users.ProcessBatch.Signature(chunk, op));
                TaskHandle<Album> album = await client.DelayAsync(chord.OnError(alerts.Notify.Partial()));

                Check(await album.GetAsync() == new Album("Summer", 3));
                Check(await (await client.DelayAsync(chain)).GetAsync() == new Thumb("a", 200));
                Check((await (await client.DelayAsync(parts)).GetAsync()).SequenceEqual([4, 2]));
                Check(await (await client.DelayAsync(Canvas.Group(fetch, fetch).Then(images.CountAll.Partial()))).GetAsync() == 2);

                TaskHandle<Thumb> failed = await client.DelayAsync(
                    images.Fetch.Signature("").Then(images.Resize.Partial(1)).OnError(alerts.Notify.Partial()));
                try { await failed.GetAsync(); Check(false); }
                catch (TaskFailedException exception) { Check(exception.RemoteMessage == "no url"); }
                Check(AlertTasks.Last == "ImageTasks.Fetch no url");
        """);

    [Fact]
    public Task Types_that_fit_by_reference_conversion_and_any_list_that_takes_a_group() => RunAsync(
        """
                var images = client.ImageTasks;
                var two = Canvas.Group(images.Fetch.Signature("a"), images.Fetch.Signature("b"));
                Check(await (await client.DelayAsync(images.Shoot.Signature().Then(images.Resize.Partial(1)))).GetAsync()
                    == new Thumb("camera", 1));
                Check(await (await client.DelayAsync(two.Then(images.CountAll.Partial()))).GetAsync() == 2);
                Check(await (await client.DelayAsync(two.Then(images.CountAny.Partial()))).GetAsync() == 2);
                Check(await (await client.DelayAsync(two.Then(images.CountList.Partial()))).GetAsync() == 2);
                Check(await (await client.DelayAsync(two.Then(images.CountArray.Partial()))).GetAsync() == 2);
                var one = Canvas.Group(images.Shoot.Signature());
                Check(await (await client.DelayAsync(one.Then(images.CountAll.Partial()))).GetAsync() == 1);
                Check(await (await client.DelayAsync(images.Lazy.Signature().Then(images.CountAny.Partial()))).GetAsync() == 1);
                Check(await (await client.DelayAsync(images.Array.Signature().Then(images.CountArray.Partial()))).GetAsync() == 2);
                Check(await (await client.DelayAsync(images.Array.Signature().Then(images.CountList.Partial()))).GetAsync() == 2);
                Check(await (await client.DelayAsync(images.List.Signature().Then(images.CountAll.Partial()))).GetAsync() == 1);
                Check(await (await client.DelayAsync(images.Number.Signature().Then(images.Double.Partial()))).GetAsync() == 10);
                var maybe = images.Maybe.Signature().Then(images.MaybeText.Partial((4, "x")));
                Check(await (await client.DelayAsync(maybe)).GetAsync() == "4x");
                var stored = images.Fetch.Signature("a").Then(images.Store.Partial()).Then(images.Number.Signature());
                Check(await (await client.DelayAsync(stored)).GetAsync() == 5);
                Signature<IReadOnlyList<NoResult>> voids = Canvas.Group(images.Clean.Signature(), images.Clean.Signature());
                Check((await (await client.DelayAsync(voids)).GetAsync()).Count == 2);
                Signature<NoResult> last = voids.Then(images.Clean.Signature()).OnError(images.Clean.Signature());
                await (await client.DelayAsync(last)).GetAsync();
                IContinuation<IReadOnlyList<Image>, int> typed = images.CountAny.Partial();
                IContinuation<Photo> wider = images.Store.Partial();
                var cleaned = images.Clean.Signature().Then<Image>(images.Fetch.Signature("b"));
                Check(await (await client.DelayAsync(Canvas.Group<Image>(images.Fetch.Signature("a"), cleaned).Then(typed))).GetAsync()
                    == 2);
                Check(wider is not null);
        """);

    [Theory]
    [InlineData("images.Fetch.Signature(\"a\").Then(images.Double.Partial())")]
    [InlineData("images.Number.Signature().Then(images.Resize.Partial(1))")]
    [InlineData("images.Fetch.Signature(\"a\").Then(images.CountAll.Partial())")]
    [InlineData("Canvas.Group(images.Number.Signature()).Then(images.CountAll.Partial())")]
    [InlineData("Canvas.Group(images.Fetch.Signature(\"a\")).Then(images.Resize.Partial(1))")]
    [InlineData("Canvas.Group(images.Fetch.Signature(\"a\"), images.Number.Signature())")]
    [InlineData("images.Number.Signature().Then(images.MaybeText.Partial())")]
    [InlineData("images.Clean.Signature().Then(images.Double.Partial())")]
    [InlineData("images.Fetch.Signature(\"a\").OnError(images.Resize.Partial(1))")]
    [InlineData("images.Fetch.Signature(\"a\").Then(images.Resize.Partial())")]
    [InlineData("images.Fetch.Signature(\"a\").Then(images.Resize.Partial(\"wide\"))")]
    [InlineData("images.Fetch.Signature()")]
    [InlineData("images.Clean.Partial()")]
    [InlineData("Canvas.Chunks(new[] { 1 }, 1, chunk => client.UserTasks.ProcessBatch.Signature(chunk))")]
    [InlineData("new Mine()", "sealed class Mine : IContinuation<Image, int> { }")]
    [InlineData("new Mine()", "sealed class Mine : Signature { }")]
    public void What_does_not_fit_does_not_compile(string expression, string declaration = "")
    {
        var compilation = GeneratorHarness.Generate(GeneratorHarness.Compile(
            $$"""
            {{Shop}}
            {{declaration}}
            public static class Program { public static object Run(ITaskClient client, ImageTasksClient images) => {{expression}}; }
            """));

        var errors = compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        Assert.NotEmpty(errors);
        Assert.All(errors, static error => Assert.Contains(error.Id, TypeErrors));
        Assert.All(errors, static error => Assert.Equal("Source0.cs", error.Location.SourceTree?.FilePath));
    }

    [Fact]
    public async Task What_travels_is_what_was_given_without_the_first_argument()
    {
        var client = await RunAsync(
            """
                    var jobs = client.Jobs;
                    var fast = jobs.Start.With(new() { Queue = "fast", Priority = TaskPriority.High });
                    var keyed = jobs.With.With(new() { IdempotencyKey = "k" });
                    await client.DelayAsync(fast.Signature().Then(keyed.Partial("b", tags: ["x"])).Then(jobs.All.Partial(false)));
                    await client.DelayAsync(jobs.Start.Signature(4).Then(jobs.Odd.Partial(1, 2, 3, 4)).Then(jobs.Many.Partial()));
                    Check(jobs.With.Signature("a", "b").Then(jobs.Start.Signature()) is Signature<string>);
            """,
            """
            public sealed class Jobs
            {
                [Task] public string Start(int number = 3) => number.ToString();
                [Task(Idempotent = true)]
                public string With(string text, string other, int number = 7, params string[] tags) => text + other + number + tags.Length;
                [Task(Idempotent = true)]
                public string All(string? text = "t", bool flag = true, string other = "o") => text + flag + other;
                [Task] public string Odd(string @in, int Parameters, int WriteRest, int _client, int cancellationToken) =>
                    @in + Parameters + WriteRest + _client + cancellationToken;
                [Task] public int Many(params IEnumerable<char> letters) => letters.Count();
            }
            """);

        Assert.Equal(
            ["""{"number":3}""", """{"other":"b","number":7,"tags":["x"]}""", """{"flag":false,"other":"o"}""", """{"number":4}""",
                """{"Parameters":1,"WriteRest":2,"_client":3,"cancellationToken":4}""", "{}"],
            client.Enqueued.ConvertAll(static recorded => recorded.Json));
        Assert.Equal(["", "", """{"flag":false}""", "", "", ""], client.Enqueued.ConvertAll(static recorded => recorded.Key));
        Assert.Equal(("fast", TaskGen.TaskPriority.High), (client.Enqueued[0].Options?.Queue, client.Enqueued[0].Options?.Priority));
        Assert.Equal("k", client.Enqueued[1].Options?.IdempotencyKey);
    }

    [Fact]
    public Task Failures_and_ids_travel_without_a_description() => RunAsync(
        """
                var id = TaskId.Parse("0123456789abcdef0123456789abcdef.bulk");
                var failure = new TaskFailure(id, "a", "b", "c", null, 2, TaskState.Expired);
                Check(await (await client.AlertTasks.Echo.DelayAsync(failure, null)).GetAsync() == id);
                Check(await (await client.AlertTasks.Echo.DelayAsync(null, id)).GetAsync() == id);
        """);

    private static Task<RecordingClient> RunAsync(string body, string declarations = Shop) => LoadedProgram.RunAsync(declarations, body);
}
