using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Json;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>
/// The types whose values are lost when they are serialized and deserialized. A test serializes and deserializes a value of each type, so
/// that the list matches the behavior of the serializer.
/// </summary>
internal static class UnserializableTypes
{
    private const string NotSupported = "which the serializer does not support";
    private const string NotReadable = "which cannot be deserialized";
    private const string ValueLost = "which loses its value when it is serialized";
    private const string ProcessOnly = "which is usable only in the current process";
    private const string OtherSize = "which can have a different size in another process";
    private const string UseText = "Use its string representation instead";
    private const string UseParts = "Use only the values that the task needs instead";

    /// <summary>The explanation for services: a parameter of such a type is probably intended to be injected.</summary>
    internal static readonly Explanation Service = new(
        "which is a service that exists only in the current process", "Use plain data instead");

    private static readonly Explanation Data = new(ProcessOnly, "Store the data, and use its path or id instead");
    private static readonly Explanation Connection = new(
        "which depends on a connection of the current process", "Use the query criteria or the ids of the query results instead");

    private static readonly Explanation Code = new(
        "which contains code instead of data", "Use a value that identifies the operation instead");

    private static readonly Explanation Reflection = new(
        "which refers to code that is loaded in the current process", "Use a name that you define instead");

    private static readonly Explanation Request = new("which is valid only until the HTTP request ends", UseParts);
    private static readonly Explanation Running = new(
        "which represents an operation that runs in the current process", "Await the operation, and use its result instead");

    private static readonly Explanation Lock = new(ProcessOnly, "Remove this value");
    private static readonly Explanation Document = new(
        NotReadable, "Use the document as a string, or store it and use its path or id instead");
    private static readonly Explanation Table = new(NotSupported, "Use a list of records, or store the data and use its id instead");
    private static readonly Explanation Image = new(NotSupported, "Store the image, and use its path or id instead");
    private static readonly Explanation Failure = new(
        "which cannot be serialized after it is thrown, and loses its message when it is deserialized", "Use its message instead");

    private static readonly Explanation Token = new(ProcessOnly, "Use a CancellationToken parameter of the task instead");
    private static readonly Explanation AsName = new(NotSupported, "Use its name instead");
    private static readonly Explanation Address = new(NotSupported, UseText);
    private static readonly Explanation AsCoordinates = new("which refers to itself", "Use its coordinates as numbers instead");
    private static readonly Explanation User = new("which contains a reference cycle", "Use the id of the user instead");
    private static readonly Explanation Holder = new("which is deserialized without its value", "Use the value instead");
    private static readonly Explanation AsText = new(ValueLost, UseText);
    private static readonly Explanation AsNumber = new(ValueLost, "Use a number instead");
    private static readonly Explanation AsNumbers = new(ValueLost, "Use two numbers instead");

    /// <summary>The types that the serializer cannot write, by metadata name. It cannot write derived classes either.</summary>
    internal static readonly Dictionary<string, Explanation> Refused = new(StringComparer.Ordinal)
    {
        ["System.Delegate"] = Code,
        ["System.Linq.Expressions.Expression"] = Code,
        ["System.IO.Stream"] = Data,
        ["System.IO.TextWriter"] = Data,
        ["System.IO.BinaryReader"] = Data,
        ["System.IO.BinaryWriter"] = Data,
        ["System.IO.FileSystemInfo"] = new(NotSupported, "Use its path instead"),
        ["System.Reflection.MemberInfo"] = Reflection,
        ["System.Reflection.Assembly"] = Reflection,
        ["System.Threading.CancellationToken"] = Token,
        ["System.Threading.CancellationTokenSource"] = Token,
        ["System.Threading.SemaphoreSlim"] = Lock,
        ["System.Threading.WaitHandle"] = Lock,
        ["System.Threading.Thread"] = Lock,
        ["System.Diagnostics.Process"] = new("which exists only on the current machine", UseParts),
        ["System.IntPtr"] = new(OtherSize, "Use long instead"),
        ["System.UIntPtr"] = new(OtherSize, "Use ulong instead"),
        ["System.Data.DataTable"] = Table,
        ["System.Data.DataSet"] = Table,
        ["System.Globalization.CultureInfo"] = AsName,
        ["System.Text.Encoding"] = AsName,
        ["System.Net.IPAddress"] = Address,
        ["System.Net.IPEndPoint"] = Address,
        ["System.Net.Mail.MailMessage"] = new(NotSupported, "Use its addresses, subject, and body instead"),
        ["System.Security.Claims.ClaimsPrincipal"] = User,
        ["System.Security.Claims.ClaimsIdentity"] = User,
        ["System.Collections.Generic.IAsyncEnumerable`1"] = new(
            "which can be enumerated only in the current process", "Use a list or an array instead"),
        ["System.Buffers.ReadOnlySequence`1"] = Data,
        ["System.Reflection.AssemblyName"] = AsName,
        ["NetTopologySuite.Geometries.Coordinate"] = AsCoordinates,
        ["NetTopologySuite.Geometries.Geometry"] = new(NotSupported, "Use its well-known text instead"),
        ["MongoDB.Bson.BsonValue"] = new(NotSupported, "Use its JSON as a string instead"),
        ["Microsoft.AspNetCore.Http.HttpContext"] = Request,
        ["Microsoft.AspNetCore.Http.HttpRequest"] = Request,
        ["Microsoft.AspNetCore.Http.HttpResponse"] = Request,
        ["Microsoft.EntityFrameworkCore.DbContext"] = Service,
        ["SkiaSharp.SKBitmap"] = Image,
        ["SkiaSharp.SKImage"] = Image,
        ["SixLabors.ImageSharp.Image"] = Image,
        ["System.Drawing.Image"] = Image,
    };

    /// <summary>The types that the serializer can write but cannot read back, by metadata name.</summary>
    internal static readonly Dictionary<string, Explanation> Lost = new(StringComparer.Ordinal)
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
        ["TaskGen.TaskHandle"] = new(ProcessOnly, "Use its Id instead"),
        ["System.Exception"] = Failure,
        ["System.Threading.Lock"] = Lock,
        ["System.Threading.Timer"] = Lock,
        ["System.Lazy`1"] = Holder,
        ["System.WeakReference`1"] = Holder,
        ["System.IProgress`1"] = new("which cannot report to another process", "Use an ITaskProgress parameter of the task instead"),
        ["System.Xml.XmlNode"] = Document,
        ["System.Xml.Linq.XObject"] = Document,
        ["System.Data.DataView"] = Table,
        ["System.Numerics.BigInteger"] = AsText,
        ["System.Numerics.Complex"] = AsNumbers,
        ["System.Text.StringBuilder"] = AsText,
        ["System.Text.Rune"] = AsText,
        ["System.Text.RegularExpressions.Regex"] = AsText,
        ["System.Index"] = AsNumber,
        ["System.Range"] = AsNumbers,
        ["System.TimeZoneInfo"] = new(NotReadable, "Use its id instead"),
        ["System.Collections.Generic.PriorityQueue`2"] = new("which is deserialized without its elements", "Use a list instead"),
        ["Microsoft.Extensions.Primitives.StringValues"] = new(NotReadable, "Use a string array instead"),
        ["System.ArraySegment`1"] = new(NotReadable, "Use an array instead"),
    };

    // The dictionary key types that the serializer supports in addition to the primitive types.
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

    /// <summary>Explains why no value of a type can be serialized and deserialized; null if they can be.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isRead">
    /// <see langword="true"/> if values are also deserialized; <see langword="false"/> if they are only serialized, such as a member
    /// without a setter.
    /// </param>
    public static Explanation? WhyNot(ITypeSymbol type, bool isRead)
    {
        switch (type)
        {
            case { TypeKind: TypeKind.Delegate }:
                return Code;
            case { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer }:
                return new Explanation("which is not valid in another process", "Use the value that it points to instead");
            case { IsRefLikeType: true }:
                return new Explanation("a ref struct, which exists only on the stack", "Use an array instead");
            case IArrayTypeSymbol { IsSZArray: false }:
                return new Explanation("a multidimensional array, which JSON does not support", "Use an array of arrays instead");
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Find(current, isRead) is { } explanation)
            {
                return explanation;
            }
        }

        foreach (var implemented in type.AllInterfaces)
        {
            // For a class, only the interfaces of connections are checked. A class that implements another interface, such as IProgress,
            // can be plain data.
            if (type.TypeKind == TypeKind.Interface
                || implemented.Is("System.Linq.IQueryable")
                || implemented.Is("System.Data.IDbConnection")
                || implemented.Is("System.Data.IDbCommand")
                || implemented.Is("System.Data.IDbTransaction")
                || implemented.Is("System.Data.IDataReader"))
            {
                if (Find(implemented, isRead) is { } explanation)
                {
                    return explanation;
                }
            }
        }

        return null;
    }

    /// <summary>Explains why a dictionary with keys of a type cannot be serialized; null if it can.</summary>
    public static Explanation? WhyNoKey(ITypeSymbol key) =>
        key switch
        {
            _ when JsonMembers.FindConverter(key) is INamedTypeSymbol converter => JsonMembers.WritesKeys(converter)
                ? null
                : new Explanation(
                    $"whose keys are of type '{key.ToDisplayString()}', whose converter does not write keys",
                    $"Override ReadAsPropertyName and WriteAsPropertyName in '{converter.Name}', or use string keys"),
            { TypeKind: TypeKind.Enum or TypeKind.TypeParameter or TypeKind.Error } => null,
            { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_DateTime } => null,
            INamedTypeSymbol named when Keys.Contains(named.GetFullMetadataName()) => null,
            _ => new Explanation(
                $"whose keys are of type '{key.ToDisplayString()}', which JSON does not support",
                "Use string keys, or a list of key-value pairs"),
        };

    private static Explanation? Find(ITypeSymbol type, bool isRead)
    {
        // The tables contain no types from the global namespace.
        if (type is not INamedTypeSymbol { ContainingNamespace.IsGlobalNamespace: false } named
            || named.SpecialType is SpecialType.System_Object)
        {
            return null;
        }

        var name = named.OriginalDefinition.GetFullMetadataName();
        return Refused.TryGetValue(name, out var explanation) || (isRead && Lost.TryGetValue(name, out explanation))
            ? explanation
            : null;
    }
}
