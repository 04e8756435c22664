using Microsoft.CodeAnalysis;
using TaskGen.Generator.Json;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>Recognizes types that contain bytes, and names that suggest a small number of bytes.</summary>
internal static class PayloadSizes
{
    private const string MaxLength = "System.ComponentModel.DataAnnotations.MaxLengthAttribute";
    private const string Length = "System.ComponentModel.DataAnnotations.LengthAttribute";

    private static readonly HashSet<string> Small = new(StringComparer.OrdinalIgnoreCase)
    {
        "hash", "key", "keys", "token", "signature", "digest", "salt", "nonce", "iv", "vector", "checksum", "crc", "mac", "hmac",
        "thumbprint", "fingerprint", "id", "ids", "etag", "secret", "password", "pin", "code", "otp", "version", "timestamp", "stamp",
        "uuid", "guid", "ulid", "tag", "flags", "mask", "bits", "magic", "prefix", "cursor", "bookmark", "challenge", "seed", "sha", "sha1",
        "sha256", "sha384", "sha512", "md5", "address", "ip", "cookie", "color", "colour", "pepper", "credential", "rowversion", "hashes",
        "tokens", "signatures",
    };

    /// <summary>Determines whether a type is an array, a memory block, or a collection of bytes.</summary>
    public static bool IsBytes(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => array.ElementType.SpecialType == SpecialType.System_Byte,
        INamedTypeSymbol { Arity: 1 } named when named.TypeArguments[0].SpecialType == SpecialType.System_Byte =>
            named.OriginalDefinition.GetFullMetadataName() is "System.Memory`1" or "System.ReadOnlyMemory`1"
            || JsonCollections.IsCollection(named),
        _ => false,
    };

    /// <summary>
    /// Determines whether the name or the length limit of a property, field, or parameter shows that it contains only a few bytes.
    /// </summary>
    public static bool IsSmall(ISymbol symbol) =>
        SuggestsSmall(symbol.Name) || symbol.FindAttribute(MaxLength) is not null || symbol.FindAttribute(Length) is not null;

    /// <summary>Determines whether a word in a name suggests a small value, as in <c>PasswordHash</c> and <c>row_version</c>.</summary>
    public static bool SuggestsSmall(string name)
    {
        var start = 0;
        for (var index = 1; index <= name.Length; index++)
        {
            if (index == name.Length || name[index] == '_' || (char.IsUpper(name[index]) && !char.IsUpper(name[index - 1])))
            {
                if (Small.Contains(name.Substring(start, index - start).Trim('_')))
                {
                    return true;
                }

                start = index;
            }
        }

        return false;
    }
}
