using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Calls that block in a task.</summary>
public sealed class TG0302Tests
{
    [Fact]
    public async Task Flags_calls_that_block_in_an_asynchronous_task()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            using System.Data.Common; using System.Diagnostics; using System.IO; using System.Net.Http;
            public sealed class Jobs(HttpClient http, DbConnection connection, SemaphoreSlim gate, ManualResetEventSlim signal)
            {
                [Task]
                public async Task Run(string path, CancellationToken cancellationToken)
                {
                    [|TG0302:Thread.Sleep(1000)|];
                    [|TG0302:Thread.Sleep(TimeSpan.FromSeconds(1))|];
                    var text = [|TG0302:File.ReadAllText(path)|];
                    [|TG0302:File.WriteAllBytes(path, [])|];
                    [|TG0302:File.AppendAllText(path, text)|];
                    await using var file = File.OpenRead(path);
                    var count = [|TG0302:file.Read(new byte[9], 0, 9)|];
                    [|TG0302:file.CopyTo(Stream.Null)|];
                    using var reader = new StreamReader(file);
                    text = [|TG0302:reader.ReadToEnd()|] + [|TG0302:reader.ReadLine()|];
                    using var response = [|TG0302:http.Send(new HttpRequestMessage(HttpMethod.Get, path))|];
                    [|TG0302:connection.Open()|];
                    await using var command = connection.CreateCommand();
                    [|TG0302:command.ExecuteNonQuery()|];
                    [|TG0302:gate.Wait(cancellationToken)|];
                    [|TG0302:signal.Wait(cancellationToken)|];
                    [|TG0302:cancellationToken.WaitHandle.WaitOne(1000)|];
                    using var process = Process.Start("ls");
                    [|TG0302:process.WaitForExit()|];
                    var answer = [|TG0302:Console.ReadLine()|];
                    await Task.Yield();
                }

                [Task]
                public async Task RunAll(IEnumerable<string> paths, CancellationToken cancellationToken)
                {
                    await Parallel.ForEachAsync(paths, cancellationToken, async (path, token) =>
                    {
                        [|TG0302:File.ReadAllText(path)|].ToString();
                        await Task.Delay(1, token);
                    });
                    async Task Local() { [|TG0302:Thread.Sleep(1)|]; await Task.Yield(); }
                    await Local();
                }
            }
            """);
        Assert.Contains(
            "'Thread.Sleep' in task 'Jobs.Run' may block a thread that other tasks need. "
            + "Await Task.Delay with the task's cancellation token instead",
            messages[0],
            StringComparison.Ordinal);
        Assert.Contains("Await ReadAllTextAsync instead", messages[2], StringComparison.Ordinal);
    }

    [Fact]
    public Task Flags_saving_with_entity_framework() => AnalyzerVerifier.VerifyAsync(
        """
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext
            {
                public virtual int SaveChanges() => 0;
                public Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => Task.FromResult(0);
            }
        }
        namespace Shop
        {
            public sealed class Store : Microsoft.EntityFrameworkCore.DbContext { }
            public sealed class Jobs(Store store)
            {
                [Task] public async Task Save() { [|TG0302:store.SaveChanges()|]; await Task.Yield(); }
            }
        }
        """);

    [Fact]
    public async Task Flags_sleep_in_a_task_that_is_not_asynchronous()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed class Jobs { [Task] public void Run(int seconds) => [|TG0302:Thread.Sleep(seconds * 1000)|]; }
            """);
        Assert.Contains(
            "may continue to sleep after the task is canceled. Wait on the WaitHandle", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_a_task_that_is_not_asynchronous_to_block() => AnalyzerVerifier.VerifyAsync(
        """
        using System.IO;
        public sealed class Jobs(SemaphoreSlim gate)
        {
            [Task(Queue = "files")]
            public int Run(string path, CancellationToken cancellationToken)
            {
                gate.Wait(cancellationToken);
                Thread.Sleep(0);
                cancellationToken.WaitHandle.WaitOne(1000);
                return File.ReadAllText(path).Length;
            }
        }
        """);

    [Fact]
    public Task Leaves_what_is_in_memory_or_runs_elsewhere_or_does_not_wait() => AnalyzerVerifier.VerifyAsync(
        """
        using System.IO; using System.IO.Compression;
        public sealed class Jobs(SemaphoreSlim gate)
        {
            [Task]
            public async Task<string?> Run(string written, string path, CancellationToken cancellationToken)
            {
                var content = System.Text.Encoding.UTF8.GetBytes(written);
                using var memory = new MemoryStream(content);
                memory.Write(content, 0, 1);
                memory.CopyTo(Stream.Null);
                using var zip = new GZipStream(memory, CompressionMode.Decompress);
                zip.ReadExactly(content);
                using var reader = new StreamReader(new MemoryStream(content));
                using var text = new StringReader(reader.ReadToEnd());
                if (gate.Wait(0) || gate.Wait(TimeSpan.Zero))
                {
                    gate.Release();
                }

                Thread.Sleep(0);
                await Task.Run(() => File.ReadAllText(path), cancellationToken);
                var thread = new Thread(() => Thread.Sleep(1000));
                thread.Start();
                return text.ReadLine() + await File.ReadAllTextAsync(path, cancellationToken);
            }

            public async Task NoTask(string path)
            {
                File.ReadAllText(path);
                Thread.Sleep(1000);
                await Task.Yield();
            }
        }
        """);

    [Fact]
    public Task Leaves_an_archive_in_memory() => AnalyzerVerifier.VerifyAsync(
        """
        using System.IO; using System.IO.Compression;
        public sealed class Jobs
        {
            [Task]
            public async Task<long> Pack(string written)
            {
                var content = System.Text.Encoding.UTF8.GetBytes(written);
                using var memory = new MemoryStream();
                using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
                {
                    var entry = archive.CreateEntry("a");
                    using var stream = entry.Open();
                    stream.Write(content);
                    using var second = await archive.CreateEntry("b").OpenAsync();
                    second.Write(content);
                }

                using var file = File.Create("a.zip");
                using var archived = new ZipArchive(file, ZipArchiveMode.Create);
                using var third = archived.CreateEntry("a").Open();
                [|TG0302:third.Write(content)|];
                return memory.Length;
            }
        }
        """);

    [Fact]
    public Task Leaves_a_provider_that_has_nothing_asynchronous_underneath() => AnalyzerVerifier.VerifyAsync(
        """
        namespace Microsoft.Data.Sqlite
        {
            public abstract class SqliteConnection : System.Data.Common.DbConnection { public override void Open() { } }
        }
        namespace Shop
        {
            public sealed class Jobs(Microsoft.Data.Sqlite.SqliteConnection connection)
            {
                [Task] public async Task Save() { connection.Open(); await Task.Yield(); }
            }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void Run() => System.Threading.Thread.Sleep(1); }");
}
