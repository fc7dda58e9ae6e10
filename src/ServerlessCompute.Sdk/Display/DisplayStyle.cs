namespace ServerlessCompute;

/// <summary>
/// The looks of what is shown: colours for light and dark. Everything stands on a ground of its own, so that it can be read wherever it is
/// put; hosts that say which theme they have (VS Code, JupyterLab) are believed before the system is.
/// </summary>
internal static class DisplayStyle
{
    private const string Light = "color-scheme:light;--bg:#fff;--fg:#1f2328;--muted:#59636e;--line:#d1d9e0;--soft:#f2f5f8;--ok:#1a7f37;--bad:#c62430;--wait:#8f5f00;--run:#0a5fc2;--off:#6b7580;--best:#c2410c;"
        + "--c1:#0a5fc2;--c2:#c2410c;--c3:#0f766e;--c4:#8b2fd6;--c5:#8f6400;--c6:#be185d;--c7:#4d7c0f;--c8:#475569;--q1:#c6d0db;--q2:#9dbde2;--q3:#699fdc;--q4:#2f7bcb;--q5:#0a4a97";

    private const string Dark = "color-scheme:dark;--bg:#15191e;--fg:#e6edf3;--muted:#9aa4af;--line:#3a424b;--soft:#20262d;--ok:#3fb950;--bad:#ff7b72;--wait:#d9a032;--run:#5fabff;--off:#8b949e;--best:#ff9d4d;"
        + "--c1:#6cb0ff;--c2:#ff9d4d;--c3:#2dd4bf;--c4:#c59bff;--c5:#e5c04b;--c6:#f783b8;--c7:#a3d65c;--c8:#a0acba;--q1:#3b4652;--q2:#35587c;--q3:#3876b1;--q4:#529ce6;--q5:#a6d1ff";

    private const string Font = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

    /// <summary>The colours: by the system's theme, or by that of the host around.</summary>
    public const string Colours = $$"""
        .slc{{{Light}}}
        @media(prefers-color-scheme:dark){.slc{{{Dark}}} }
        .vscode-light .slc,[data-jp-theme-light="true"] .slc{{{Light}}}
        .vscode-dark .slc,[data-jp-theme-light="false"] .slc{{{Dark}}}

        """;

    /// <summary>Text, tables and bars.</summary>
    public const string Html = $$"""
        .slc{font:13px/1.5 {{Font}};color:var(--fg);background:var(--bg);border:1px solid var(--line);border-radius:8px;padding:12px 16px;margin:4px 0;max-width:980px;overflow-x:auto;text-align:left}
        .slc h3,.slc h4{margin:0 0 6px;font-size:15px;font-weight:600;color:var(--fg);overflow-wrap:anywhere}
        .slc h4{margin:12px 0 4px;font-size:13px}
        .slc p{margin:4px 0;overflow-wrap:anywhere}
        .slc table{border-collapse:collapse;margin:6px 0;font-size:13px;color:var(--fg);background:none;border:0}
        .slc tr{background:none;border:0}
        .slc th,.slc td{padding:3px 14px 3px 0;text-align:left;vertical-align:top;border:0;border-bottom:1px solid var(--line);font-weight:400;color:var(--fg);background:none;overflow-wrap:anywhere;max-width:640px}
        .slc th{color:var(--muted);white-space:nowrap}
        .slc .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        .slc .m{color:var(--muted)}
        .slc pre{margin:0;padding:6px 8px;background:var(--soft);border-radius:4px;font:12px/1.45 ui-monospace,Consolas,monospace;color:var(--fg);white-space:pre-wrap;overflow-wrap:anywhere}
        .slc a{color:var(--run)}
        .slc .s{display:inline-block;padding:0 8px;border:1px solid;border-radius:10px;font-size:12px;line-height:18px;font-weight:400;white-space:nowrap;margin-left:6px}
        .slc td .s{margin-left:0}
        .slc .ok{color:var(--ok)}.slc .bad{color:var(--bad)}.slc .wait{color:var(--wait)}.slc .run{color:var(--run)}.slc .off{color:var(--off)}.slc .best{color:var(--best)}
        .slc .bar{display:inline-block;width:140px;height:10px;border-radius:5px;background:var(--soft);border:1px solid var(--line);overflow:hidden;vertical-align:middle}
        .slc .bar i{display:block;height:100%;background:currentColor}
        .slc details{margin:6px 0}.slc summary{cursor:pointer;color:var(--muted)}
        .slc svg{display:block;max-width:100%;height:auto;margin:6px 0}

        """;

    /// <summary>Pictures.</summary>
    public const string Svg = $$"""
        .slc-p text{font:12px {{Font}};fill:var(--fg)}
        .slc-p .m{fill:var(--muted);font-size:11px}.slc-p .b{font-weight:600}
        .slc-p .ground{fill:var(--bg)}.slc-p .box{fill:var(--soft);stroke:var(--line)}.slc-p .pill{fill:var(--bg);stroke:var(--line)}
        .slc-p .rest{fill:var(--bg);stroke:var(--line);stroke-dasharray:4 3}
        .slc-p .axis{stroke:var(--line);fill:none}.slc-p .grid{stroke:var(--line);fill:none;stroke-opacity:.5}
        .slc-p .edge{stroke:var(--muted);fill:none;stroke-width:1.2}.slc-p .tip{fill:var(--muted)}.slc-p .dash{stroke-dasharray:4 3}
        .slc-p .halo{paint-order:stroke;stroke:var(--bg);stroke-width:3px;stroke-linejoin:round}
        .slc-p .ok{fill:var(--ok)}.slc-p .bad{fill:var(--bad)}.slc-p .wait{fill:var(--wait)}.slc-p .run{fill:var(--run)}.slc-p .off{fill:var(--off)}.slc-p .best{fill:var(--best)}
        .slc-p .faint{fill-opacity:.3}
        .slc-p .l{fill:none;stroke-width:1.6;stroke-linejoin:round}
        .slc-p .l1{stroke:var(--c1)}.slc-p .l2{stroke:var(--c2)}.slc-p .l3{stroke:var(--c3)}.slc-p .l4{stroke:var(--c4)}.slc-p .l5{stroke:var(--c5)}.slc-p .l6{stroke:var(--c6)}.slc-p .l7{stroke:var(--c7)}.slc-p .l8{stroke:var(--c8)}
        .slc-p .q0{stroke:var(--off);stroke-dasharray:3 3}.slc-p .q1{stroke:var(--q1)}.slc-p .q2{stroke:var(--q2)}.slc-p .q3{stroke:var(--q3)}.slc-p .q4{stroke:var(--q4)}.slc-p .q5{stroke:var(--q5)}
        .slc-p .lb{stroke:var(--best);stroke-width:3}

        """;
}
