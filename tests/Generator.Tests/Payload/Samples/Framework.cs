// Types of .NET and of ASP.NET Core.
namespace Samples.Framework;

public static class Restored
{
    public static System.Net.Http.HttpMethod HttpMethod() => System.Net.Http.HttpMethod.Post;
    public static System.Security.Cryptography.Oid Oid() => new("1.2.840.113549.1.1.1");
    public static int Number() => 1;
    public static string Text() => "a";
    public static bool Flag() => true;
    public static decimal Decimal() => 1.50m;
    public static double Double() => 1.5;
    public static Half Half() => (Half)1.5;
    public static Int128 Int128() => 1;
    public static char Character() => 'a';
    public static DateTime DateTime() => new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
    public static DateTimeOffset DateTimeOffset() => new(2026, 1, 2, 3, 4, 5, System.TimeSpan.FromHours(2));
    public static DateOnly DateOnly() => new(2026, 1, 2);
    public static TimeOnly TimeOnly() => new(3, 4, 5);
    public static TimeSpan TimeSpan() => System.TimeSpan.FromMinutes(1.5);
    public static Guid Guid() => new(1, 2, 3, new byte[8]);
    public static Uri Uri() => new("https://example.com/a?b=c");
    public static Version Version() => new(1, 2, 3, 4);
    public static DayOfWeek Enum() => DayOfWeek.Friday;
    public static int? Nullable() => 1;
    public static byte[] Bytes() => [1, 2];
    public static System.Text.Json.JsonElement Element() => JsonDocument.Parse("{\"a\":1}").RootElement;
    public static System.Text.Json.Nodes.JsonObject JsonObject() => new() { ["a"] = 1 };
    public static System.Numerics.Vector2 Vector2() => new(1, 2);
    public static System.Numerics.Vector3 Vector3() => new(1, 2, 3);
    public static System.Numerics.Vector4 Vector4() => new(1, 2, 3, 4);
    public static System.Numerics.Matrix3x2 Matrix3x2() => new(1, 2, 3, 4, 5, 6);
    public static System.Numerics.Quaternion Quaternion() => new(1, 2, 3, 4);
    public static System.Numerics.Plane Plane() => new(1, 2, 3, 4);
    public static System.Drawing.Point Point() => new(1, 2);
    public static System.Drawing.PointF PointF() => new(1, 2);
    public static System.Drawing.Size Size() => new(1, 2);
    public static System.Drawing.Rectangle Rectangle() => new(1, 2, 3, 4);
    public static System.Net.Cookie Cookie() => new("a", "b", "/", "example.com") { Secure = true };
    public static System.UriBuilder UriBuilder() => new("https", "example.com", 81, "/a");
    public static ProblemDetails ProblemDetails() => new() { Title = "a", Status = 404 };
    public static TaskGen.TaskId TaskId() => new(new(1, 2, 3, new byte[8]), "q");
}

public static class Lost
{
    public static System.Drawing.Color Color() => System.Drawing.Color.FromArgb(1, 2, 3, 4);
    public static System.Data.SqlTypes.SqlInt32 SqlInt32() => new(4);
    public static System.Data.SqlTypes.SqlString SqlString() => new("a");
    public static System.Data.SqlTypes.SqlGuid SqlGuid() => new(new Guid(1, 2, 3, new byte[8]));
    public static System.Data.SqlTypes.SqlDateTime SqlDateTime() => new(2026, 1, 2);
    public static System.Data.SqlTypes.SqlMoney SqlMoney() => new(4m);
    public static System.Diagnostics.ActivityTraceId ActivityTraceId() =>
        System.Diagnostics.ActivityTraceId.CreateFromString("0af7651916cd43dd8448eb211c80319c");
    public static System.Diagnostics.ActivitySpanId ActivitySpanId() =>
        System.Diagnostics.ActivitySpanId.CreateFromString("b7ad6b7169203331");
    public static System.Diagnostics.ActivityContext ActivityContext() =>
        new(ActivityTraceId(), ActivitySpanId(), System.Diagnostics.ActivityTraceFlags.None);
    public static System.Xml.XmlQualifiedName XmlQualifiedName() => new("a", "urn:b");
    public static System.Net.IPNetwork IPNetwork() => System.Net.IPNetwork.Parse("10.0.0.0/8");
    public static System.Net.DnsEndPoint DnsEndPoint() => new("a", 1);
    public static System.Net.Mail.MailAddress MailAddress() => new("a@example.com");
    public static System.Net.Http.Headers.MediaTypeHeaderValue MediaType() => new("text/plain") { CharSet = "utf-8" };
    public static System.Numerics.BigInteger BigInteger() => 4;
    public static System.Numerics.Complex Complex() => new(1, 2);
    public static System.Text.Rune Rune() => new('a');
    public static System.Index Index() => new(1);
    public static System.Range Range() => 1..2;
    public static System.Text.StringBuilder StringBuilder() => new("a");
    public static System.Text.RegularExpressions.Regex Regex() => new("a");
    public static System.Globalization.CultureInfo CultureInfo() => System.Globalization.CultureInfo.GetCultureInfo("de");
    public static System.TimeZoneInfo TimeZoneInfo() => System.TimeZoneInfo.Utc;
    public static System.Net.IPAddress IPAddress() => System.Net.IPAddress.Loopback;
    public static System.Exception Exception() => new InvalidOperationException("a");
    public static System.ArraySegment<int> ArraySegment() => new([1, 2]);
    public static System.Security.Claims.Claim Claim() => new("a", "b");
    public static System.Collections.Specialized.StringDictionary StringDictionary() => new() { ["a"] = "b" };
    public static System.Xml.Linq.XName XName() => "a";
    public static System.Buffers.SearchValues<char> SearchValues() => System.Buffers.SearchValues.Create("ab");
    public static System.Security.Cryptography.HashAlgorithmName HashAlgorithmName() =>
        System.Security.Cryptography.HashAlgorithmName.SHA256;
    public static System.Runtime.InteropServices.OSPlatform OSPlatform() => System.Runtime.InteropServices.OSPlatform.Linux;
    public static System.Collections.DictionaryEntry Entry() => new("a", "b");
    public static System.Reflection.AssemblyName AssemblyName() => new("a");
    public static Microsoft.Extensions.Logging.EventId EventId() => new(4, "a");
    public static Microsoft.Extensions.Primitives.StringValues StringValues() => new(["a", "b"]);
    public static Microsoft.Extensions.Primitives.StringSegment StringSegment() => new("abc", 1, 1);
    public static PathString PathString() => new("/a");
    public static QueryString QueryString() => new("?a=b");
    public static HostString HostString() => new("example.com", 81);
    public static FragmentString FragmentString() => new("#a");
    public static HeaderDictionary HeaderDictionary() => new() { ["a"] = "b" };
    public static QueryCollection QueryCollection() =>
        new(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["a"] = "b" });
    public static FormCollection FormCollection() =>
        new(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["a"] = "b" });
    public static RouteValueDictionary RouteValues() => new() { ["a"] = 1 };
    public static Microsoft.Net.Http.Headers.EntityTagHeaderValue EntityTag() => new("\"a\"");
    public static HoldsPath HoldsPath() => new() { Path = new("/a") };
    public static (int, PathString) Tuple() => (1, new("/a"));
    public static List<System.Drawing.Color> Colors() => [System.Drawing.Color.FromArgb(1, 2, 3, 4)];
    public static Dictionary<string, System.Drawing.Color?> ColorByName() => new() { ["a"] = System.Drawing.Color.FromArgb(1, 2, 3, 4) };
}

public sealed class HoldsPath { public PathString Path { get; set; } }
