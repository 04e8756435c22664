using Microsoft.CodeAnalysis;
using TaskGen.Generator.Json;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>
/// Types of which the serializer writes nothing that can be read back. A test writes and reads a value of each, so that the list is what
/// the serializer does and not what is said of it.
/// </summary>
internal static class UnserializableTypes
{
    private const string Service = "a service of this process";
    private const string Data = "which is open in this process only; store the data and pass its path or id";
    private const string Connection = "which belongs to a connection of this process; pass what it was asked for, or the ids that it found";
    private const string Code = "which is code and no data; pass a value that says what to do";
    private const string Name = "which stands for code of this process; pass a name of your own";
    private const string Request = "which ends with the request; pass the values that the task needs of it";
    private const string Running = "which runs in this process; await it and pass its result";
    private const string Lock = "which means something in this process only; leave it out";
    private const string Document = "which the serializer cannot read; pass its text, or store it and pass its path or id";
    private const string Table = "which the serializer cannot read; pass a list of records, or store it and pass its id";
    private const string Image = "which the serializer cannot read; store it and pass its path or id";
    private const string Failure = "which cannot be written once it was thrown, and is read without its message; pass the message";
    private const string AsText = "which the serializer loses; pass its text";
    private const string AsNumber = "which the serializer loses; pass a number";

    /// <summary>What the serializer refuses to write, by the name of the class or interface; derived classes are refused too.</summary>
    internal static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["System.Delegate"] = Code,
        ["System.Linq.Expressions.Expression"] = Code,
        ["System.IO.Stream"] = Data,
        ["System.IO.TextWriter"] = Data,
        ["System.IO.BinaryReader"] = Data,
        ["System.IO.BinaryWriter"] = Data,
        ["System.IO.FileSystemInfo"] = "which the serializer cannot write; pass its path",
        ["System.Reflection.MemberInfo"] = Name,
        ["System.Reflection.Assembly"] = Name,
        ["System.Threading.CancellationToken"] = "which means nothing in another process; the task takes a CancellationToken of its own",
        ["System.Threading.CancellationTokenSource"] =
            "which means nothing in another process; the task takes a CancellationToken of its own",
        ["System.Threading.SemaphoreSlim"] = Lock,
        ["System.Threading.WaitHandle"] = Lock,
        ["System.Threading.Thread"] = Lock,
        ["System.Diagnostics.Process"] = "which belongs to this machine; pass what the task needs of it",
        ["System.IntPtr"] = "which has another size in another process; use long",
        ["System.UIntPtr"] = "which has another size in another process; use ulong",
        ["System.Data.DataTable"] = Table,
        ["System.Data.DataSet"] = Table,
        ["System.Globalization.CultureInfo"] = "which the serializer cannot write; pass its name",
        ["System.Text.Encoding"] = "which the serializer cannot write; pass its name",
        ["System.Net.IPAddress"] = "which the serializer cannot write; pass its text",
        ["System.Net.IPEndPoint"] = "which the serializer cannot write; pass its text",
        ["System.Net.Mail.MailMessage"] = "which the serializer cannot write; pass its texts",
        ["System.Security.Claims.ClaimsPrincipal"] = "which refers back to itself; pass the id of the user",
        ["System.Security.Claims.ClaimsIdentity"] = "which refers back to itself; pass the id of the user",
        ["System.Collections.Generic.IAsyncEnumerable`1"] = "which is read only while this process runs; pass a list or an array",
        ["System.Buffers.ReadOnlySequence`1"] = Data,
        ["Microsoft.AspNetCore.Http.HttpContext"] = Request,
        ["Microsoft.AspNetCore.Http.HttpRequest"] = Request,
        ["Microsoft.AspNetCore.Http.HttpResponse"] = Request,
        ["Microsoft.EntityFrameworkCore.DbContext"] = Service,
        ["SkiaSharp.SKBitmap"] = Image,
        ["SkiaSharp.SKImage"] = Image,
        ["SixLabors.ImageSharp.Image"] = Image,
        ["System.Drawing.Image"] = Image,
    };

    /// <summary>What the serializer writes but does not read back as it was.</summary>
    internal static readonly Dictionary<string, string> Lost = new(StringComparer.Ordinal)
    {
        ["System.IO.TextReader"] = Data,
        ["System.IO.Pipelines.PipeReader"] = Data,
        ["System.IO.Pipelines.PipeWriter"] = Data,
        ["System.IO.Pipelines.IDuplexPipe"] = Data,
        ["System.Linq.IQueryable"] = Connection,
        ["System.Data.IDbConnection"] = Connection,
        ["System.Data.IDbTransaction"] = Connection,
        ["System.Data.IDbCommand"] = Connection,
        ["System.Data.IDataReader"] = Connection,
        ["System.Net.Http.HttpClient"] = Service,
        ["System.Net.Http.HttpContent"] = Request,
        ["System.Net.Http.HttpRequestMessage"] = Request,
        ["System.Net.Http.HttpResponseMessage"] = Request,
        ["System.Threading.Tasks.Task"] = Running,
        ["System.Threading.Tasks.ValueTask"] = Running,
        ["System.Threading.Tasks.ValueTask`1"] = Running,
        ["System.IServiceProvider"] = Service,
        ["System.TimeProvider"] = Service,
        ["Microsoft.Extensions.DependencyInjection.IServiceScopeFactory"] = Service,
        ["Microsoft.Extensions.Logging.ILogger"] = Service,
        ["Microsoft.Extensions.Logging.ILoggerFactory"] = Service,
        ["Microsoft.Extensions.Configuration.IConfiguration"] = Service,
        ["Microsoft.Extensions.Options.IOptions`1"] = Service,
        ["Microsoft.Extensions.Options.IOptionsMonitor`1"] = Service,
        ["Microsoft.Extensions.Hosting.IHostEnvironment"] = Service,
        ["System.Net.Http.IHttpClientFactory"] = Service,
        ["Microsoft.AspNetCore.Http.IHttpContextAccessor"] = Service,
        ["Microsoft.AspNetCore.Http.IFormFile"] = Data,
        ["Microsoft.Extensions.Caching.Memory.IMemoryCache"] = Service,
        ["Microsoft.Extensions.Caching.Distributed.IDistributedCache"] = Service,
        ["TaskGen.ITaskClient"] = Service,
        ["TaskGen.ITaskRegistry"] = Service,
        ["TaskGen.TaskHandle"] = "which waits in this process; pass its Id",
        ["System.Exception"] = Failure,
        ["System.Threading.Lock"] = Lock,
        ["System.Threading.Timer"] = Lock,
        ["System.Lazy`1"] = "which is read without its value; pass the value",
        ["System.WeakReference`1"] = "which is read without its value; pass the value",
        ["System.IProgress`1"] = "which reports to nobody in another process; the task takes an ITaskProgress",
        ["System.Xml.XmlNode"] = Document,
        ["System.Xml.Linq.XObject"] = Document,
        ["System.Data.DataView"] = Table,
        ["System.Numerics.BigInteger"] = AsText,
        ["System.Numerics.Complex"] = "which the serializer loses; pass two numbers",
        ["System.Text.StringBuilder"] = AsText,
        ["System.Text.Rune"] = AsText,
        ["System.Text.RegularExpressions.Regex"] = AsText,
        ["System.Index"] = AsNumber,
        ["System.Range"] = "which the serializer loses; pass two numbers",
        ["System.TimeZoneInfo"] = "which the serializer cannot read; pass its id",
        ["System.Collections.Generic.PriorityQueue`2"] = "which is read without its elements; pass a list",
        ["System.ArraySegment`1"] = "which the serializer cannot read; pass an array",
    };

    // What is written by a name that no property has: numbers, strings and what the serializer has a converter for.
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "System.Guid",
        "System.DateTimeOffset",
        "System.DateOnly",
        "System.TimeOnly",
        "System.TimeSpan",
        "System.Uri",
        "System.Version",
        "System.Int128",
        "System.UInt128",
        "System.Half",
    };

    /// <summary>Why values of a type do not travel, whatever they hold; null where they may.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isRead">Whether they are read too; what is only written has to be written and no more.</param>
    public static string? WhyNot(ITypeSymbol type, bool isRead)
    {
        switch (type)
        {
            case { TypeKind: TypeKind.Delegate }:
                return Code;
            case { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer }:
                return "which means nothing in another process; pass what it points to";
            case { IsRefLikeType: true }:
                return "which lives on the stack; use an array";
            case IArrayTypeSymbol { IsSZArray: false }:
                return "of which JSON has none; use an array of arrays";
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Find(current, isRead) is { } reason)
            {
                return reason;
            }
        }

        foreach (var implemented in type.AllInterfaces)
        {
            // What a class does besides is its own affair: a type of the user that is also a progress may be plain data.
            if (type.TypeKind == TypeKind.Interface
                || implemented.Is("System.Linq.IQueryable")
                || implemented.Is("System.Data.IDbConnection")
                || implemented.Is("System.Data.IDbCommand")
                || implemented.Is("System.Data.IDbTransaction")
                || implemented.Is("System.Data.IDataReader"))
            {
                if (Find(implemented, isRead) is { } reason)
                {
                    return reason;
                }
            }
        }

        return null;
    }

    /// <summary>Why a dictionary of such keys does not travel; null where it may.</summary>
    public static string? WhyNoKey(ITypeSymbol key) =>
        key switch
        {
            { TypeKind: TypeKind.Enum or TypeKind.TypeParameter or TypeKind.Error } => null,
            { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_DateTime } => null,
            INamedTypeSymbol named when Keys.Contains(named.GetFullMetadataName())
                || named.ContainingAssembly?.Name == MetadataNames.RuntimeAssembly
                || JsonMembers.HasConverter(named) =>
                null,
            _ => $"whose keys are of type '{key.ToDisplayString()}', and JSON has only strings as keys; use a string, or a list of pairs",
        };

    /// <summary>Whether a reason says that something is a service.</summary>
    public static bool IsService(string reason) => ReferenceEquals(reason, Service);

    private static string? Find(ITypeSymbol type, bool isRead)
    {
        // Of what is declared without a namespace, or in one of the user, the dictionaries know nothing.
        if (type is not INamedTypeSymbol { ContainingNamespace.IsGlobalNamespace: false } named
            || named.SpecialType is SpecialType.System_Object)
        {
            return null;
        }

        var name = named.OriginalDefinition.GetFullMetadataName();
        return Refused.TryGetValue(name, out var reason) || (isRead && Lost.TryGetValue(name, out reason)) ? reason : null;
    }
}
