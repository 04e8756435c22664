using System.Buffers;
using System.Data;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Linq.Expressions;
using System.Net;
using System.Net.Mail;
using System.Numerics;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TaskGen;
using TaskGen.Generator.Json;
using TaskGen.Generator.Rules.Payload;
using TaskGen.Serialization;
using TaskGen.Testing;

namespace Generator.Tests.Payload;

/// <summary>The list of what the serializer cannot write or read is what it does, with the options of the runtime.</summary>
public sealed class UnserializableTypesTests
{
    /// <summary>What belongs to packages that these tests do without.</summary>
    private static readonly string[] Elsewhere =
    [
        "Microsoft.AspNetCore.Http.HttpContext", "Microsoft.AspNetCore.Http.HttpRequest", "Microsoft.AspNetCore.Http.HttpResponse",
        "Microsoft.AspNetCore.Http.IHttpContextAccessor", "Microsoft.AspNetCore.Http.IFormFile",
        "Microsoft.EntityFrameworkCore.DbContext", "Microsoft.Extensions.Caching.Memory.IMemoryCache",
        "Microsoft.Extensions.Caching.Distributed.IDistributedCache", "System.Net.Http.IHttpClientFactory",
        "SkiaSharp.SKBitmap", "SkiaSharp.SKImage", "SixLabors.ImageSharp.Image", "System.Drawing.Image",
    ];

    private static readonly JsonSerializerOptions Options = TaskJson.Create(new TaskJsonOptions(), []);

    private static readonly Dictionary<string, Action> Refusals = new(StringComparer.Ordinal)
    {
        ["System.Delegate"] = () => Refuses<Action>(static () => { }),
        ["System.Linq.Expressions.Expression"] = () => Refuses<Expression<Func<int, bool>>>(number => number > 1),
        ["System.IO.Stream"] = () => Refuses<Stream>(new MemoryStream()),
        ["System.IO.TextWriter"] = () => Refuses<TextWriter>(new StringWriter()),
        ["System.IO.BinaryReader"] = () => Refuses(new BinaryReader(new MemoryStream())),
        ["System.IO.BinaryWriter"] = () => Refuses(new BinaryWriter(new MemoryStream())),
        ["System.IO.FileSystemInfo"] = () => Refuses(new FileInfo(typeof(UnserializableTypesTests).Assembly.Location)),
        ["System.Reflection.MemberInfo"] = () => Refuses(typeof(int)),
        ["System.Reflection.Assembly"] = () => Refuses(typeof(int).Assembly),
        ["System.Threading.CancellationToken"] = () => Refuses(CancellationToken.None),
        ["System.Threading.CancellationTokenSource"] = () => Refuses(new CancellationTokenSource()),
        ["System.Threading.SemaphoreSlim"] = () => Refuses(new SemaphoreSlim(1)),
        ["System.Threading.WaitHandle"] = () => Refuses<WaitHandle>(new ManualResetEvent(false)),
        ["System.Threading.Thread"] = () => Refuses(new Thread(static () => { })),
        ["System.Diagnostics.Process"] = () => Refuses(new Process()),
        ["System.IntPtr"] = () => Refuses((nint)1),
        ["System.UIntPtr"] = () => Refuses((nuint)1),
        ["System.Data.DataTable"] = () => Refuses(new DataTable()),
        ["System.Data.DataSet"] = () => Refuses(new DataSet()),
        ["System.Globalization.CultureInfo"] = () => Refuses(new CultureInfo("de")),
        ["System.Text.Encoding"] = () => Refuses(Encoding.UTF8),
        ["System.Net.IPAddress"] = () => Refuses(IPAddress.Loopback),
        ["System.Net.IPEndPoint"] = () => Refuses(new IPEndPoint(IPAddress.Loopback, 1)),
        ["System.Net.Mail.MailMessage"] = () => Refuses(new MailMessage("a@example.com", "b@example.com")),
        ["System.Security.Claims.ClaimsPrincipal"] = () => Refuses(new ClaimsPrincipal(new ClaimsIdentity([new Claim("a", "b")]))),
        ["System.Security.Claims.ClaimsIdentity"] = () => Refuses(new ClaimsIdentity([new Claim("a", "b")])),
        ["System.Collections.Generic.IAsyncEnumerable`1"] = () => Refuses(AsyncNumbers()),
        ["System.Reflection.AssemblyName"] = () => Refuses(typeof(int).Assembly.GetName()),
        ["NetTopologySuite.Geometries.Coordinate"] = () => Refuses(new NetTopologySuite.Geometries.Coordinate(1, 2)),
        ["MongoDB.Bson.BsonValue"] = () => Refuses<MongoDB.Bson.BsonValue>(new MongoDB.Bson.BsonInt32(1)),
        ["NetTopologySuite.Geometries.Geometry"] = () => Refuses(new NetTopologySuite.Geometries.Point(1, 2)),
        ["System.Buffers.ReadOnlySequence`1"] = () => Refuses(new ReadOnlySequence<byte>([1])),
    };

    private static readonly Dictionary<string, Action> Losses = new(StringComparer.Ordinal)
    {
        ["System.IO.TextReader"] = () => Loses<TextReader>(new StringReader("a")),
        ["System.IO.Pipelines.PipeReader"] = () => Loses(PipeReader.Create(new MemoryStream())),
        ["System.IO.Pipelines.PipeWriter"] = () => Loses(PipeWriter.Create(new MemoryStream())),
        ["System.IO.Pipelines.IDuplexPipe"] = () => Loses<IDuplexPipe>(new Duplex()),
        ["System.Linq.IQueryable"] = () => Loses(new[] { 1 }.AsQueryable()),
        ["System.Data.IDbConnection"] = () => CannotBeRead<IDbConnection>(),
        ["System.Data.IDbTransaction"] = () => CannotBeRead<IDbTransaction>(),
        ["System.Data.IDbCommand"] = () => CannotBeRead<IDbCommand>(),
        ["System.Data.IDataReader"] = () => Loses<IDataReader>(new DataTable().CreateDataReader()),
        ["System.Net.Http.HttpClient"] = () => Loses(ClientWithHeader(), static read => read.DefaultRequestHeaders.Contains("X-Test")),
        ["System.Net.Http.HttpContent"] = () => Loses<HttpContent>(new StringContent("a")),
        ["System.Net.Http.HttpRequestMessage"] = () => Loses(
            new HttpRequestMessage(HttpMethod.Post, "http://localhost") { Content = new StringContent("a") },
            static read => read.Content is not null),
        ["System.Net.Http.HttpResponseMessage"] = () => Loses(new HttpResponseMessage { Content = new StringContent("a") }),
        ["System.Threading.Tasks.Task"] = () => Loses(Task.FromResult(1)),
        ["System.Threading.Tasks.ValueTask"] = () =>
            Loses(new ValueTask(Task.FromException(new TimeoutException())), static read => read.IsFaulted),
        ["System.Threading.Tasks.ValueTask`1"] = () => Loses(new ValueTask<int>(1), static read => read == new ValueTask<int>(1)),
        ["System.IServiceProvider"] = () => Loses<IServiceProvider>(new ServiceCollection().BuildServiceProvider()),
        ["System.TimeProvider"] = () => Loses(TimeProvider.System),
        ["Microsoft.Extensions.DependencyInjection.IServiceScopeFactory"] = () =>
            Loses(new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>()),
        ["Microsoft.Extensions.Logging.ILogger"] = () => Loses<ILogger>(NullLogger.Instance),
        ["Microsoft.Extensions.Logging.ILoggerFactory"] = () => Loses<ILoggerFactory>(NullLoggerFactory.Instance),
        ["Microsoft.Extensions.Configuration.IConfiguration"] = () => Loses<IConfiguration>(new ConfigurationBuilder().Build()),
        ["Microsoft.Extensions.Options.IOptions`1"] = () => Loses(Microsoft.Extensions.Options.Options.Create(new TaskJsonOptions())),
        ["Microsoft.Extensions.Options.IOptionsMonitor`1"] = () => CannotBeRead<IOptionsMonitor<TaskJsonOptions>>(),
        ["Microsoft.Extensions.Hosting.IHostEnvironment"] = () => CannotBeRead<IHostEnvironment>(),
        ["TaskGen.ITaskClient"] = () => Loses<ITaskClient>(new FakeTaskClient()),
        ["TaskGen.ITaskRegistry"] = () => CannotBeRead<ITaskRegistry>(),
        ["TaskGen.TaskHandle"] = () => Loses(new FakeTaskClient().GetHandle(new TaskId(new Guid(1, 2, 3, new byte[8]), "q"))),
        ["System.Exception"] = () => Loses(new InvalidOperationException("a"), static read => read.Message == "a"),
        ["System.Threading.Lock"] = HeldLock,
        ["System.Threading.Timer"] = () => Loses(new Timer(static _ => { })),
        ["System.Lazy`1"] = () => Loses(new Lazy<int>(1), static read => read.IsValueCreated),
        ["System.WeakReference`1"] = () => Loses(new WeakReference<string>("a")),
        ["System.IProgress`1"] = () => Loses<IProgress<int>>(new Progress<int>()),
        ["System.Xml.XmlNode"] = () => Loses<XmlNode>(new XmlDocument()),
        ["System.Xml.Linq.XObject"] = () => Loses(new XElement("a")),
        ["System.Data.DataView"] = () => Loses(new DataView(new DataTable { Columns = { "a" } }), static read => read.Table is not null),
        ["System.Numerics.BigInteger"] = () => Loses(BigInteger.One, static read => read == BigInteger.One),
        ["System.Numerics.Complex"] = () => Loses(Complex.One, static read => read == Complex.One),
        ["System.Text.StringBuilder"] = () => Loses(new StringBuilder("a"), static read => read.ToString() == "a"),
        ["System.Text.Rune"] = () => Loses(new Rune('a'), static read => read == new Rune('a')),
        ["System.Text.RegularExpressions.Regex"] = () => Loses(new Regex("a")),
        ["System.Index"] = () => Loses(new Index(1), static read => read.Equals(new Index(1))),
        ["System.Range"] = () => Loses(1..2, static read => read.Equals(1..2)),
        ["System.TimeZoneInfo"] = () => Loses(TimeZoneInfo.Utc),
        ["System.Collections.Generic.PriorityQueue`2"] = () => Loses(new PriorityQueue<int, int>([(1, 1)]), static read => read.Count == 1),
        ["Microsoft.Extensions.Primitives.StringValues"] = () => Loses(new Microsoft.Extensions.Primitives.StringValues(["a", "b"])),
        ["System.ArraySegment`1"] = () => Loses(new ArraySegment<int>([1])),
    };

    public static TheoryData<string> Refused => [.. UnserializableTypes.Refused.Keys.Except(Elsewhere)];

    public static TheoryData<string> Lost => [.. UnserializableTypes.Lost.Keys.Except(Elsewhere)];

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_listed_as_refused_is_not_written(string type) => Assert.Contains(type, Refusals)();

    [Theory]
    [MemberData(nameof(Lost))]
    public void What_is_listed_as_lost_is_not_read_back_as_it_was(string type) => Assert.Contains(type, Losses)();

    [Fact]
    public void Names_are_those_of_types_and_say_what_to_do()
    {
        foreach (var (name, explanation) in UnserializableTypes.Refused.Concat(UnserializableTypes.Lost))
        {
            Assert.True(
                Elsewhere.Contains(name) || AppDomain.CurrentDomain.GetAssemblies().Any(assembly => assembly.GetType(name) is not null),
                name);
            Assert.StartsWith("which ", explanation.Reason, StringComparison.Ordinal);
            Assert.True(char.IsAsciiLetterUpper(explanation.Remedy[0]) && !explanation.Remedy.EndsWith('.'), explanation.Remedy);
        }
    }

    [Fact]
    public void Names_of_the_serializer_are_those_of_its_types() => Assert.All(
        typeof(JsonNames).GetFields(),
        static field => Assert.NotNull(typeof(JsonSerializer).Assembly.GetType((string)field.GetRawConstantValue()!)));

    private static void Refuses<T>(T value) => Assert.NotNull(Record.Exception(() => Write(value)));

    private static void Loses<T>(T value, Func<T, bool>? arrives = null)
    {
        var json = Write(value);
        T? read = default;
        var exception = Record.Exception(() => read = JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T))));
        Assert.True(exception is not null || !arrives!(read!), $"{typeof(T)} was read back: {json}");
    }

    /// <summary>What is written is of no matter where nothing can be read.</summary>
    private static void CannotBeRead<T>() =>
        Assert.Throws<NotSupportedException>(
            static () => JsonSerializer.Deserialize("{}", (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T))));

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)));

    private static void HeldLock()
    {
        var held = new Lock();
        lock (held)
        {
            Loses(held, static read => read.IsHeldByCurrentThread);
        }
    }

    private static HttpClient ClientWithHeader()
    {
        var client = new HttpClient();
        client.DefaultRequestHeaders.Add("X-Test", "a");
        return client;
    }

    private static async IAsyncEnumerable<int> AsyncNumbers()
    {
        await Task.Yield();
        yield return 1;
    }

    private sealed class Duplex : IDuplexPipe
    {
        public PipeReader Input { get; } = PipeReader.Create(new MemoryStream());

        public PipeWriter Output { get; } = PipeWriter.Create(new MemoryStream());
    }
}
