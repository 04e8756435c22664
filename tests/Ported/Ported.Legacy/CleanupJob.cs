using System;
using TaskGen;

#nullable enable

namespace Ported.Legacy
{
    namespace Maintenance
    {
        // The part of the code that has been annotated.
        public static class CleanupJob
        {
            [Task(Name = "legacy.cleanup")]
            public static void Cleanup(int days = 30, string? pattern = null)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(days);
                if (pattern != null && pattern.Length == 0)
                {
                    throw new ArgumentException("The pattern is empty.", nameof(pattern));
                }
            }

#nullable disable
            [Task(Name = "legacy.convert")]
            public static decimal Convert(decimal amount, double rate, string currency = "EUR")
            {
                return currency == null ? 0 : amount * (decimal)rate;
            }
        }
    }
}
