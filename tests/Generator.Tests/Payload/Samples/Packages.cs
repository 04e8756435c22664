// Types of packages that nobody who uses them can change.
using Google.Protobuf.WellKnownTypes;
using NetTopologySuite.Geometries;
using NodaTime;

namespace Samples.Packages;

public static class Restored
{
    public static Ardalis.Result.Result ArdalisError() => Ardalis.Result.Result.Error("a");
    public static Ardalis.Result.Result<int> ArdalisValue() => Ardalis.Result.Result<int>.Success(4);
    public static Ulid Ulid() => System.Ulid.Parse("01ARZ3NDEKTSV4RRFFQ69G5FAV");
    public static Google.Protobuf.WellKnownTypes.Timestamp Timestamp() => new() { Seconds = 4, Nanos = 5 };
    public static Google.Protobuf.WellKnownTypes.Int32Value ProtobufNumber() => new() { Value = 4 };
}

public static class Lost
{
    public static System.Diagnostics.Stopwatch Stopwatch() => System.Diagnostics.Stopwatch.StartNew();
    public static Google.Protobuf.Reflection.EnumDescriptorProto RepeatedField() => new() { Name = "a", ReservedName = { "b" } };
    public static Google.Protobuf.WellKnownTypes.FieldMask FieldMask() => new() { Paths = { "a", "b" } };
    public static Instant Instant() => NodaTime.Instant.FromUtc(2026, 1, 2, 3, 4);
    public static NodaTime.Duration Duration() => NodaTime.Duration.FromMinutes(4);
    public static LocalDate LocalDate() => new(2026, 1, 2);
    public static LocalTime LocalTime() => new(3, 4);
    public static LocalDateTime LocalDateTime() => new(2026, 1, 2, 3, 4);
    public static Offset Offset() => NodaTime.Offset.FromHours(2);
    public static OffsetDateTime OffsetDateTime() => new(LocalDateTime(), Offset());
    public static ZonedDateTime ZonedDateTime() => Instant().InUtc();
    public static Interval Interval() => new(Instant(), Instant() + Duration());
    public static DateInterval DateInterval() => new(LocalDate(), LocalDate());
    public static YearMonth YearMonth() => new(2026, 1);
    public static AnnualDate AnnualDate() => new(1, 2);
    public static Period Period() => NodaTime.Period.FromDays(4);
    public static DateTimeZone DateTimeZone() => NodaTime.DateTimeZone.Utc;
    public static Instant? MaybeInstant() => Instant();
    public static List<Instant> Instants() => [Instant()];
    public static HoldsInstant HoldsInstant() => new(1, Instant());
    public static MongoDB.Bson.ObjectId ObjectId() => new("507f1f77bcf86cd799439011");
    public static MongoDB.Bson.Decimal128 Decimal128() => new(4);
    public static MongoDB.Bson.BsonDocument BsonDocument() => new("a", 1);
    public static MongoDB.Bson.BsonTimestamp BsonTimestamp() => new(4);
    public static MongoDB.Bson.BsonInt32 BsonInt32() => new(4);
    public static MongoDB.Bson.BsonString BsonString() => new("4");
    public static ErrorOr.ErrorOr<int> ErrorOrValue() => 4;
    public static ErrorOr.ErrorOr<int> ErrorOrError() => ErrorOr.Error.Failure("a");
    public static ErrorOr.Error Error() => ErrorOr.Error.NotFound("a", "b");
    public static FluentResults.Result<int> FluentValue() => FluentResults.Result.Ok(4);
    public static FluentResults.Result FluentError() => FluentResults.Result.Fail("a");
    public static CSharpFunctionalExtensions.Result<int> FunctionalValue() => CSharpFunctionalExtensions.Result.Success(4);
    public static CSharpFunctionalExtensions.Result FunctionalError() => CSharpFunctionalExtensions.Result.Failure("a");
    public static CSharpFunctionalExtensions.Maybe<int> Maybe() => 4;
    public static OneOf.OneOf<int, string> OneOf() => "a";
    public static Coordinate Coordinate() => new(1, 2);
    public static NetTopologySuite.Geometries.Point Point() => new(1, 2);
    public static Envelope Envelope() => new(1, 2, 3, 4);
    public static Google.Protobuf.WellKnownTypes.Struct Struct() =>
        new() { Fields = { ["a"] = Google.Protobuf.WellKnownTypes.Value.ForString("b") } };
    public static Google.Protobuf.WellKnownTypes.Value Value() => Google.Protobuf.WellKnownTypes.Value.ForNumber(4);
    public static Google.Protobuf.WellKnownTypes.ListValue ListValue() =>
        new() { Values = { Google.Protobuf.WellKnownTypes.Value.ForNumber(4) } };
    public static Google.Protobuf.ByteString ByteString() => Google.Protobuf.ByteString.CopyFromUtf8("a");
    public static Google.Protobuf.WellKnownTypes.Any Any() => Google.Protobuf.WellKnownTypes.Any.Pack(Restored.Timestamp());
    public static Semver.SemVersion SemVersion() => new(1, 2, 3);
    public static NuGet.Versioning.NuGetVersion NuGetVersion() => new("1.2.3");
    public static Newtonsoft.Json.Linq.JObject JObject() => new() { ["a"] = 1 };
    public static Newtonsoft.Json.Linq.JToken JToken() => 4;
    public static Cronos.CronExpression Cron() => Cronos.CronExpression.Parse("* * * * *");
}

public sealed record HoldsInstant(int A, Instant At);
