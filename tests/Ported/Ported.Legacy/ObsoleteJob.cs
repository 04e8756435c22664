using System;
using TaskGen;

namespace Ported.Legacy
{
    [Obsolete("Use CleanupJob.")]
    public static class ObsoleteJob
    {
        [Task(Name = "legacy.obsolete")]
        public static int Run(Tuple<int, string> pair)
        {
            return pair.Item1;
        }
    }
}
