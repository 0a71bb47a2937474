// The look of printed documents: ink on A4, the same whether the browser prints one or it is kept as a page.
#pragma once

#include <string_view>

namespace fullcircle {

/// `:host` is for the page that prints the document inside itself, where there is no body of its own. No style attributes
/// anywhere: the app's own page forbids them.
inline constexpr std::string_view kReportStyle =
    "@page{size:A4;margin:16mm 16mm 18mm;@bottom-right{content:counter(page) \" / \" counter(pages);font:8pt Inter,system-ui,sans-serif;color:#696660}}"
    ":host,body{font:400 10pt/1.45 Inter,system-ui,sans-serif;color:#1d1c1a;-webkit-print-color-adjust:exact;print-color-adjust:exact}"
    "body{max-width:46rem;margin:2.5rem auto;padding:0 1.5rem}*{box-sizing:border-box}"
    "h1{font-size:17pt;line-height:1.3;font-weight:600;margin:0}h2{font-size:12pt;line-height:1.4;font-weight:600;margin:0 0 6pt}"
    "h3{font-size:10pt;font-weight:600;margin:0 0 4pt}p{margin:0 0 4pt}section{margin-top:20pt}.quiet{color:#55534e}"
    "header{border-bottom:1px solid #d6d3cc;padding-bottom:8pt}header p{margin:2pt 0 0;font-size:9pt}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;font-weight:400;padding:5pt 8pt 5pt 0;border-top:1px solid #e8e6e1;vertical-align:top}"
    "thead th,thead td{color:#55534e;font-size:8.5pt;font-weight:500;border-top:0;vertical-align:bottom}thead{display:table-header-group}"
    "thead svg.key{display:block;margin:0 0 2pt auto}.terms{font-size:8.5pt}.terms th,.terms td{padding-top:2.5pt;padding-bottom:2.5pt}.terms th{width:44%}"
    ".terms .number{white-space:nowrap;width:9%}.actions{table-layout:fixed;font-size:9pt}.actions td{white-space:pre-wrap}.actions th:nth-child(1){width:26%}"
    ".actions th:nth-child(4){width:14%}.actions th:nth-child(6){width:17%}.actions th:nth-child(7){width:10%}"
    "tbody th{font-weight:500}td{font-variant-numeric:tabular-nums}.number{text-align:right}th:last-child,td:last-child{padding-right:0}"
    ".values{font-size:8.5pt;margin:6pt 0 10pt}.values th,.values td{padding:2.5pt 8pt 2.5pt 0}.values tbody td{color:#55534e}.values .sentence{min-width:8.5em}"
    ".pairs{display:grid;grid-template-columns:1fr 1fr;gap:4pt 20pt}.pairs>div{break-inside:avoid}"
    "svg{display:block;width:100%;max-height:235mm;font-size:11px}svg.bars{width:46mm;margin-top:3pt}svg.key{display:inline-block;width:12px;height:7px;margin-right:4px}"
    "blockquote{margin:0 0 9pt;break-inside:avoid}blockquote p{margin:0}blockquote p+p{font-size:8.5pt}"
    "ul{list-style:none;margin:0;padding:0}li{border-top:1px solid #e8e6e1;padding:4pt 0}"
    ".figures{display:flex;gap:28pt;margin:12pt 0 0}.figures div{display:flex;flex-direction:column-reverse}"
    ".figures dd{margin:0;font-size:16pt;line-height:1.3;font-weight:600}.figures dt{font-size:8.5pt;color:#55534e}.self{color:#8a5600}.others{color:#2b56d3}"
    ".views{display:grid;grid-template-columns:1.15fr 1fr;gap:20pt}.views section:first-child{margin-top:0}.views section{margin-top:14pt}"
    ".columns{columns:2;column-gap:20pt}.words{white-space:pre-wrap}.left-out{color:#696660}"
    ".level-1{padding-left:12pt}.level-2{padding-left:24pt}.level-3{padding-left:36pt}.level-4{padding-left:48pt}.level-5{padding-left:60pt}"
    ".signatures{display:grid;grid-template-columns:1fr 1fr;gap:20pt;margin-top:8pt}.line{border-bottom:1px solid #8f8b83;height:34pt;margin-bottom:3pt}"
    "h2,h3,h2+p{break-after:avoid}p+h3{margin-top:8pt}tr,svg,li,.figures,.signatures,.views{break-inside:avoid}"
    "@media print{body{margin:0;max-width:none;padding:0}}"
    "@media(max-width:34rem){.views,.signatures{grid-template-columns:1fr}.columns{columns:1}.figures{flex-wrap:wrap;gap:14pt 24pt}}";

}  // namespace fullcircle
