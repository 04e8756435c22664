using System.Text.Json.Serialization;

namespace Ported.Contracts;

[JsonConverter(typeof(JsonStringEnumConverter<LicenseState>))]
public enum LicenseState
{
    Unknown,
    Valid,
    Expired,
}
